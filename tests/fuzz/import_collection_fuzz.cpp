// SPDX-License-Identifier: MIT
// Whatever students call what they send, a class is collected: students once each and in order, answers inside it.
//
// The input: paths of files, a zero byte between them.
#include "import/collection.hpp"

#include "error.hpp"
#include "files.hpp"
#include "fuzz.hpp"

namespace atelier {
namespace {

using fuzz::promise;

constexpr std::size_t most_paths = 8;

Catalog a_course()
{
    Catalog catalog;
    for (const char* id : {"01a-ouvrir", "01b-doubler"}) {
        catalog.exercises.emplace_back().id = id;
        catalog.exercises.back().answer = "reponse.cpp";
    }
    return catalog;
}

void lay_out(std::string_view input, const fs::path& folder)
{
    std::vector<std::string> paths = fuzz::split(input, '\0');
    paths.resize(std::min(paths.size(), most_paths));
    for (const std::string& path : paths) {
        const std::vector<std::string> parts = fuzz::split(path, '/');
        const bool is_inside = std::none_of(parts.begin(), parts.end(), [](const std::string& part) {
            return part.empty() || part == ".." || part.size() > 200;
        });
        std::error_code code;
        if (is_inside && parts.size() < 12) {
            fs::create_directories((folder / path).parent_path(), code);
            if (!code && !fs::is_directory(folder / path, code)) {
                try {
                    write_file(folder / path, path);
                } catch (const Error&) {  // a file stands where a folder should
                }
            }
        }
    }
}

void test(std::string_view input)
{
    static const Catalog catalog = a_course();
    const TemporaryFolder folder;
    lay_out(input, folder.path());
    for (const Exercise* only : {static_cast<const Exercise*>(nullptr), &catalog.exercises[0]}) {
        Collection collection;
        try {
            collection = collect(catalog, folder.path(), only);
        } catch (const Error& error) {
            fuzz::promise_readable(error.what(), 2'000);
            continue;
        }
        for (std::size_t i = 0; i < collection.submissions.size(); ++i) {
            const Submission& submission = collection.submissions[i];
            promise(is_valid_utf8(submission.student) && is_valid_utf8(submission.key), "a student has a name");
            promise(i == 0 || collection.submissions[i - 1].student < submission.student,
                    "students are in order, once each");
            for (const auto& [id, path] : submission.answers) {
                const std::string where = path.string();
                promise(where.starts_with(folder.path().string() + "/") ||
                            where.starts_with(collection.unpacked->path().string() + "/"),
                        "an answer is in its class", where);
                promise(path.lexically_normal() == path, "an answer has a plain path", where);
                promise(id == "01a-ouvrir" || id == "01b-doubler", "an answer is of an exercise", id);
            }
        }
        for (const Refusal& refusal : collection.refused) {
            fuzz::promise_readable(refusal.where, 3'000);
            fuzz::promise_readable(refusal.reason, 3'000);
        }
    }
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
