// SPDX-License-Identifier: MIT
#include "watch/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

#include "console.hpp"
#include "error.hpp"
#include "message.hpp"

namespace atelier::watch {

namespace {

// A screen beside the usual one, no cursor; and back.
constexpr std::string_view enter_screen = "\033[?1049h\033[?25l\033[H\033[2J";
constexpr std::string_view leave_screen = "\033[?25h\033[?1049l";

void write_now(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EAGAIN) {  // somebody shares this terminal and made it non-blocking
            pollfd ready{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
            ::poll(&ready, 1, 1000);
        } else if (n < 0 && errno != EINTR) {
            return;  // it has gone: reading will tell
        }
        bytes.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
}

}  // namespace

bool has_terminal() { return ::isatty(STDIN_FILENO) != 0 && is_terminal(); }

Terminal::Terminal(bool whole_screen) : whole_screen_(whole_screen)
{
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) {
        throw system_error(tr("Impossible de régler le terminal"));
    }
    post_guard();
    take();
}

Terminal::~Terminal()
{
    leave();
    (void)!::write(guard_.get(), "x", 1);  // nothing left to do
    guard_.close();
    while (guard_pid_ > 0 && ::waitpid(guard_pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void Terminal::post_guard()
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return;
    }
    const Descriptor read_end(ends[0]);
    guard_ = Descriptor(ends[1]);
    guard_pid_ = ::fork();
    if (guard_pid_ != 0) {
        return;
    }
    ::close(guard_.get());
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr);  // SIGTTOU too: we may put the terminal back from behind
    char byte = 0;
    ssize_t n = 0;
    while ((n = ::read(read_end.get(), &byte, 1)) < 0 && errno == EINTR) {
    }
    if (n == 0) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
        write_now(whole_screen_ ? leave_screen : std::string_view());
    }
    ::_exit(0);
}

void Terminal::take()
{
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);  // Ctrl-C and Ctrl-Z stay signals
    raw.c_iflag &= ~static_cast<tcflag_t>(IXON);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (::tcsetattr(STDIN_FILENO, TCSANOW, &raw) != 0) {
        throw system_error(tr("Impossible de régler le terminal"));
    }
    if (whole_screen_) {
        write_now(enter_screen);
    }
}

void Terminal::leave()
{
    if (whole_screen_) {
        write_now(leave_screen);
    }
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
}

ScreenSize Terminal::size() const
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    return known ? ScreenSize{.columns = size.ws_col, .rows = size.ws_row} : ScreenSize{};
}

void Terminal::show(const std::string& frame) const
{
    // Each line is cleared before its text, and the whole is written at once: no blank screen in between. Not behind its
    // text: at the right edge, that would clear the last character.
    std::string bytes = "\033[H\033[K";
    for (const char c : frame) {
        bytes += c == '\n' ? std::string("\r\n\033[K") : std::string(1, c);
    }
    write_now(bytes);
}

std::string Terminal::typed(bool& gone) const
{
    pollfd ready{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, 0) <= 0) {
        return {};
    }
    char buffer[4096];
    const ssize_t n = ::read(STDIN_FILENO, buffer, sizeof buffer);
    gone = n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN);
    return n > 0 ? std::string(buffer, static_cast<std::size_t>(n)) : std::string();
}

}  // namespace atelier::watch
