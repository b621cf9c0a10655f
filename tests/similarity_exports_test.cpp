// SPDX-License-Identifier: MIT
#include "similarity/exports.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "archive_reader.hpp"
#include "error.hpp"
#include "files.hpp"
#include "similarity/in_class.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const fs::path root = fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog";

/// A class of the miniature course.
class SimilarityExports : public testing::Test {
protected:
    void hand_in(const std::string& student, const std::string& source)
    {
        make_folder(folder_.path() / "copies" / student / "01a");
        write_file(folder_.path() / "copies" / student / "01a" / "reponse.cpp", source);
    }
    [[nodiscard]] std::vector<Submission> submissions() const
    {
        return collect(catalog_, folder_.path() / "copies").submissions;
    }
    [[nodiscard]] fs::path out() const { return folder_.path() / "à comparer"; }

    TemporaryFolder folder_;
    Catalog catalog_ = load_catalog(root);
    std::vector<const Exercise*> exercises_{&catalog_.exercise("01a")};
};

TEST_F(SimilarityExports, AreLaidOutForJPlag)
{
    hand_in("alice", "int a;\n");
    hand_in("=cmd|'x", "int b;\n");
    const std::vector<std::string> commands = export_for_jplag(submissions(), exercises_, out());
    const fs::path place = out() / "01a-noter";
    EXPECT_EQ(read_file(place / "copies" / "alice" / "reponse.cpp"), "int a;\n");
    EXPECT_THAT(names_in(place / "copies"), SizeIs(2));
    EXPECT_EQ(read_file(place / "depart" / "reponse.cpp"), read_file(exercises_[0]->folder / "reponse.cpp"));
    EXPECT_TRUE(fs::exists(place / "depart" / "fourni.hpp"));
    EXPECT_THAT(commands, ElementsAre(AllOf(StartsWith("java -jar jplag.jar -l cpp -bc '"),
                                            HasSubstr("à comparer/01a-noter/copies'"))));
    EXPECT_THROW((void)export_for_jplag(submissions(), exercises_, out()), Error) << "it holds those of another day";
}

TEST_F(SimilarityExports, AreLaidOutForDolos)
{
    hand_in("alice", "int a;\n");
    hand_in("=1+1", "int b;\n");
    const std::vector<std::string> commands = export_for_dolos(submissions(), exercises_, out());
    EXPECT_THAT(commands, ElementsAre(AllOf(StartsWith("dolos run -l cpp '"), HasSubstr("à comparer/01a-noter.zip'"))));
    const std::vector<test::Entry> entries = test::entries_of(read_file(out() / "01a-noter.zip"));
    ASSERT_THAT(entries, SizeIs(4));
    const auto table =
        std::find_if(entries.begin(), entries.end(), [](const test::Entry& e) { return e.name == "info.csv"; });
    ASSERT_NE(table, entries.end());
    EXPECT_THAT(table->bytes, AllOf(StartsWith("filename,full_name,created_at,ignored\r\n"),
                                    HasSubstr("\"copies/alice.cpp\",\"alice\",\"\",\r\n"), HasSubstr("\"'=1+1\""),
                                    HasSubstr("\"depart.cpp\",,,true\r\n")));
    for (const test::Entry& entry : entries) {
        EXPECT_TRUE(entry.name == "info.csv" || table->bytes.find('"' + entry.name + '"') != std::string::npos)
            << entry.name;
    }
}

TEST_F(SimilarityExports, LeaveOutWhatCannotBeRead)
{
    hand_in("alice", "int a;\n");
    hand_in("bruno", std::string("\0", 1));
    fs::create_directories(folder_.path() / "copies" / "chloé");
    (void)export_for_jplag(submissions(), exercises_, out());
    EXPECT_THAT(names_in(out() / "01a-noter" / "copies"), ElementsAre("alice"));
}

TEST_F(SimilarityExports, AreOfWhatIsComparedToo)
{
    const std::string ours = read_file(catalog_.solutions_of(*exercises_[0]) / "reponse.cpp");
    hand_in("alice", ours);
    hand_in("bruno", ours + "// à moi\n");
    hand_in("chloé", std::string("\0", 1));
    const std::vector<ExerciseSimilarity> found = similar_in_class(catalog_, submissions(), exercises_);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].found.answers, 2U);
    // Two answers that are our own prove nothing.
    EXPECT_THAT(found[0].found.too_short, ElementsAre("alice", "bruno"));
    EXPECT_THAT(found[0].found.twins, IsEmpty());
}

}  // namespace
}  // namespace atelier
