// SPDX-License-Identifier: MIT
#include "console.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

void write_to(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t n = ::write(fd, text.data(), text.size());
        if (n < 0 && errno == EPIPE) {
            return;
        }
        if (n < 0 && errno != EINTR) {
            throw system_error(tr("Impossible d'écrire sur la sortie"));
        }
        text.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
}

/// The pager's command line, split at blanks: no shell reads $PAGER. Without one, `less`, which says how to leave it.
std::vector<std::string> pager_words()
{
    std::istringstream words(variable("PAGER"));
    std::vector<std::string> result;
    if (variable("PAGER").empty()) {
        // In a prompt, less takes « ? : . % \ » as its own: there is none in ours.
        return {"less", "-FR", "-Ps" + tr("Espace pour lire la suite, q pour quitter")};
    }
    for (std::string word; words >> word;) {
        result.push_back(word);
    }
    return result;
}

/// Shows `text` in `words`; false when that program cannot be started.
bool shown_in(const std::vector<std::string>& words, const std::string& text)
{
    std::vector<char*> arguments;
    for (const std::string& word : words) {
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    // In a locale without accents, less would show bytes; what we write is UTF-8 everywhere.
    ::setenv("LESSCHARSET", "utf-8", 0);
    ::setenv("LESS", "FR", 0);  // for PAGER=less: colours, and no waiting for what fits on the screen
    int ends[2];
    if (words.empty() || ::pipe2(ends, O_CLOEXEC) != 0) {
        return false;
    }
    Descriptor read_end(ends[0]);
    Descriptor write_end(ends[1]);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, read_end.get(), STDIN_FILENO);
    pid_t pid = 0;
    const int failure = ::posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        return false;
    }
    read_end.close();
    write_to(write_end.get(), text);
    write_end.close();
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return true;
}

}  // namespace

bool is_terminal() { return ::isatty(STDOUT_FILENO) != 0; }

bool wants_colour()
{
    const bool forced = !variable("CLICOLOR_FORCE").empty() && variable("CLICOLOR_FORCE") != "0";
    return (is_terminal() || forced) && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

int terminal_width() { return std::min(wide_terminal_width(), 100); }

int wide_terminal_width()
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    const int told =
        std::atoi(variable("COLUMNS").c_str());  // by who shows what we write; shells keep theirs to themselves
    return known ? std::clamp<int>(size.ws_col, 20, 200) : told > 0 ? std::clamp(told, 20, 200) : 80;
}

void print(const std::string& text) { write_to(STDOUT_FILENO, text); }

std::string standard_input()
{
    constexpr std::size_t most = std::size_t{16} << 20U;
    std::string text;
    char buffer[65536];
    while (::isatty(STDIN_FILENO) == 0 && text.size() < most) {
        const ssize_t n = ::read(STDIN_FILENO, buffer, std::min(sizeof buffer, most - text.size()));
        if (n <= 0) {
            break;
        }
        text.append(buffer, static_cast<std::size_t>(n));
    }
    return text;
}

void page(const std::string& text)
{
    if (!is_terminal() || (!shown_in(pager_words(), text) && !shown_in({"more"}, text))) {
        print(text);
    }
}

void show_progress(const std::string& what, std::size_t done, std::size_t total)
{
    if (::isatty(STDERR_FILENO) == 0) {
        return;
    }
    const std::string line = done == total ? "\r\033[K" : fmt::format("\r\033[K{} {}/{}", what, done, total);
    (void)!::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace atelier
