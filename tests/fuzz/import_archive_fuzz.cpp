// SPDX-License-Identifier: MIT
// Whatever an archive's bytes are, what comes out of it has names that stay in their folder, once each, and is bounded.
//
// The input: the archive.
#include <set>

#include "fuzz.hpp"
#include "import/archive_reader.hpp"
#include "import/entry_name.hpp"
#include "import/entry_stream.hpp"

namespace atelier {
namespace {

using fuzz::promise;

void test(std::string_view input)
{
    ArchiveLimits limits;
    limits.entries = 100;
    limits.answer_bytes = 5'000;
    limits.total_bytes = 50'000;
    limits.share_bytes = 20'000;
    std::set<std::string> files;
    std::set<std::string> folders;
    std::size_t total = 0;
    std::size_t told = 0;
    std::string frames;
    read_archive(
        {.file = -1, .memory = input}, limits, [](const std::string&) { return Wanted::answer; },
        [&](const ArchiveEntry& entry) {
            ++told;
            frames += framed(entry);
            if (entry.kind == ArchiveEntry::Kind::refused) {
                fuzz::promise_readable(entry.bytes, 1'000);
                return;
            }
            const EntryName name = judged_name(entry.name, NameEncoding::utf8);
            promise(name.problem.empty() && name.path == entry.name && !name.path.empty(), "a name is safe",
                    entry.name);
            if (entry.kind == ArchiveEntry::Kind::folder) {
                folders.insert(lower_case(entry.name));
                return;
            }
            promise(files.insert(lower_case(entry.name)).second, "a name comes once", entry.name);
            promise(entry.bytes.size() <= limits.answer_bytes, "a file is bounded");
            total += entry.bytes.size();
        });
    promise(total <= limits.total_bytes, "what comes out is bounded");
    for (const std::string& file : files) {
        promise(!folders.contains(file), "a file is no folder", file);
    }
    std::size_t heard = 0;
    EntryStream stream(input.size() + 100'000, [&](const ArchiveEntry&) { ++heard; });
    stream.hear(frames);
    promise(heard == told, "what is told is heard");
    EntryStream of_anything(
        1'000, [](const ArchiveEntry& entry) { promise(entry.name.size() <= 1'000, "a frame is bounded"); });
    of_anything.hear(input);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
