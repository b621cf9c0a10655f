// SPDX-License-Identifier: MIT
// Runs a fuzz target without a fuzzer: on every file of its corpus, then on mutations of them, the same in each run.
//
//   NAME_fuzz CORPUS [MUTATIONS]    CORPUS: a folder, or one file to look into
//
// An input that ends the program is told by its number and kept in the current folder as NAME_fuzz.crash.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <iterator>
#include <random>

#include "files.hpp"
#include "fuzz.hpp"

// Under the sanitizers too, a finding must end in SIGABRT.
extern "C" const char* __asan_default_options() { return "abort_on_error=1"; }
extern "C" const char* __ubsan_default_options() { return "halt_on_error=1:abort_on_error=1:print_stacktrace=1"; }

namespace atelier::fuzz {
namespace {

constexpr std::size_t longest_input = 8192;

std::string current;     // the input under test
std::string crash_file;  // where it is kept

/// Called in a dying program: nothing but system calls.
void keep_current(int number)
{
    const int file = ::open(crash_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const ssize_t kept = ::write(file, current.data(), current.size());
    const ssize_t told = ::write(STDERR_FILENO, crash_file.data(), crash_file.size());
    const bool whole = kept >= 0 && told >= 0 && ::write(STDERR_FILENO, " keeps the input\n", 17) > 0;
    ::_exit(whole ? 128 + number : 1);
}

void test(std::string input)
{
    current = std::move(input);
    // A copy of exactly that size: the sanitizer sees one byte too far.
    const std::vector<std::uint8_t> bytes(current.begin(), current.end());
    (void)LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

/// One small damage to `bytes`, which may borrow from `other`.
void mutate(std::string& bytes, const std::string& other, std::mt19937_64& random)
{
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    const std::size_t at = below(bytes.size());
    switch (random() % 8) {
        case 0: bytes.resize(at); break;
        case 1: bytes.erase(at, 1 + below(16)); break;
        case 2: bytes.insert(at, 1 + below(8), static_cast<char>(random())); break;
        case 3: bytes.insert(at, bytes.substr(below(bytes.size()), below(64))); break;
        case 4: bytes.insert(at, other.substr(below(other.size()), below(128))); break;
        case 5: bytes = bytes.substr(0, at) + other.substr(below(other.size())); break;
        default:
            if (!bytes.empty()) {
                constexpr unsigned char telling[] = {0, 1, '\t', '\n', '%', ':', 0x1E, 0x7F, 0x80, 0xFF};
                bytes[at] = random() % 2 == 0 ? static_cast<char>(telling[below(std::size(telling))])
                                              : static_cast<char>(bytes[at] ^ static_cast<char>(1U << below(8)));
            }
    }
    bytes.resize(std::min(bytes.size(), longest_input));
}

int replay(const fs::path& corpus, std::size_t mutations)
{
    std::vector<std::string> seeds;
    if (fs::is_directory(corpus)) {
        for (const std::string& name : names_in(corpus)) {
            seeds.push_back(read_file(corpus / name));
        }
    } else {
        seeds.push_back(read_file(corpus));
    }
    if (seeds.empty()) {
        std::fprintf(stderr, "no corpus in %s\n", corpus.c_str());
        return 2;
    }
    test({});
    for (const std::string& seed : seeds) {
        test(seed);
    }
    std::mt19937_64 random(20240131);  // NOLINT: the same mutations in every run
    for (std::size_t i = 0; i < mutations; ++i) {
        std::string input = seeds[random() % seeds.size()];
        for (std::size_t left = 1 + random() % 4; left > 0; --left) {
            mutate(input, seeds[random() % seeds.size()], random);
        }
        test(std::move(input));
    }
    std::printf("%zu files, %zu mutations\n", seeds.size(), mutations);
    return 0;
}

}  // namespace
}  // namespace atelier::fuzz

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s CORPUS [MUTATIONS]\n", argv[0]);
        return 2;
    }
    using namespace atelier;
    fuzz::crash_file = fs::path(argv[0]).filename().string() + ".crash";
    for (const int number : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGILL}) {
        std::signal(number, fuzz::keep_current);
    }
    return fuzz::replay(argv[1], argc > 2 ? std::stoul(argv[2]) : 0);
}
