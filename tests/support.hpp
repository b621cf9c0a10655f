// SPDX-License-Identifier: MIT
// What several tests share: variables that are put back, a box to run things in, small programs made on the spot.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "files.hpp"
#include "process.hpp"
#include "sandbox.hpp"
#include "toolchain.hpp"

namespace atelier::test {

/// Gives an environment variable another value, or none, as long as this lives.
class Variable {
public:
    Variable(std::string name, const std::optional<std::string>& value) : name_(std::move(name))
    {
        if (const char* before = std::getenv(name_.c_str())) {
            before_ = before;
        }
        set(value);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { set(before_); }

private:
    void set(const std::optional<std::string>& value) const
    {
        if (value) {
            ::setenv(name_.c_str(), value->c_str(), 1);
        } else {
            ::unsetenv(name_.c_str());
        }
    }
    std::string name_;
    std::optional<std::string> before_;
};

/// Waits until `holds` does, for at most `bound`; whether it did. For what the kernel or another process does in its own
/// time: the bound is never reached when all is well.
inline bool eventually(const std::function<bool()>& holds, std::chrono::seconds bound = std::chrono::seconds(20))
{
    const auto deadline = std::chrono::steady_clock::now() + bound;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

/// A number of seconds that no other process on this machine sleeps for: the mark of `sleep SECONDS`.
inline std::string long_sleep()
{
    static int count = 0;
    return fmt::format("4{:03}.{:09}", ++count, ::getpid());
}

/// Whether some process has `word` among its arguments. A process that is dying or dead has none.
inline bool is_running(const std::string& word)
{
    for (const std::string& name : names_in("/proc")) {
        if (name.find_first_not_of("0123456789") != std::string::npos) {
            continue;
        }
        try {
            const std::string line = '\0' + read_file("/proc/" + name + "/cmdline") + '\0';
            if (line.find('\0' + word + '\0') != std::string::npos) {
                return true;
            }
        } catch (const std::exception&) {  // it has ended since
        }
    }
    return false;
}

/// Builds the C++ source `source` into the executable `program`, without the sandbox and without sanitizers.
inline void compile(std::string_view source, const fs::path& program, const std::vector<std::string>& more = {})
{
    const fs::path file = program.string() + ".cpp";
    write_file(file, source);
    Command command;
    command.arguments = {find_tools().compiler.string(), "-std=c++20", file.string(), "-o", program.string()};
    command.arguments.insert(command.arguments.end(), more.begin(), more.end());
    command.folder = program.parent_path();
    command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8"};
    command.limits = compile_limits();
    const Outcome outcome = run(command);
    ASSERT_TRUE(outcome.succeeded()) << outcome.err;
}

/// A folder for one box: its own, where it may write, and beside it what lets it be entered.
class BoxFolder {
public:
    BoxFolder()
    {
        share_with_sandbox(folder_.path());
        make_folder(work());
        give_to_sandbox(work());
        fs::copy_file(fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-enter", folder_.path() / "enter");
    }

    /// What programs inside know as /travail.
    [[nodiscard]] fs::path work() const { return folder_.path() / "work"; }

    /// A box with the system's tools in it.
    [[nodiscard]] Box box(Tier tier = Tier::namespaces) const
    {
        return {.tier = tier,
                .folder = {work(), "/travail", true},
                .mounts = {},
                .tools = true,
                .proc = false,
                .enter = folder_.path() / "enter"};
    }

    /// Where with_program() puts a program: beside the folder.
    [[nodiscard]] fs::path program() const { return folder_.path() / "programme"; }

    /// Makes a small program and puts it into the box too; its path inside, in tier `namespaces`.
    [[nodiscard]] std::string with_program(std::string_view source, const std::vector<std::string>& more = {}) const
    {
        compile(source, program(), more);
        fs::copy_file(program(), work() / "programme", fs::copy_options::overwrite_existing);
        return "/travail/programme";
    }

private:
    TemporaryFolder folder_;
};

}  // namespace atelier::test
