// SPDX-License-Identifier: MIT
#include "check/child.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "error.hpp"
#include "files.hpp"

namespace atelier::check {

namespace {

bool write_whole(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
    return true;
}

std::string read_whole(int fd)
{
    std::string bytes;
    char buffer[65536];
    for (;;) {
        const ssize_t n = ::read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return bytes;
        }
        bytes.append(buffer, static_cast<std::size_t>(n));
    }
}

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

/// The child's whole life. _exit: what this process was to do at its end is the parent's business.
[[noreturn]] void live(const std::function<std::string()>& work, std::chrono::seconds processor_time, int out)
{
    for (const int number : {SIGXCPU, SIGALRM}) {
        ::signal(number, SIG_DFL);
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(processor_time.count()));
    ::alarm(static_cast<unsigned>(6 * processor_time.count()));
    try {
        ::_exit(write_whole(out, work()) ? 0 : 1);
    } catch (...) {
        ::_exit(1);
    }
}

}  // namespace

Reply in_child(const std::function<std::string()>& work, std::chrono::seconds processor_time)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        throw system_error("cannot make a pipe");
    }
    const Descriptor in(ends[0]);
    Descriptor out(ends[1]);
    const pid_t child = ::fork();
    if (child < 0) {
        throw system_error("cannot make a process");
    }
    if (child == 0) {
        live(work, processor_time, out.get());
    }
    out.close();
    Reply reply{.end = Reply::End::told, .bytes = read_whole(in.get())};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return reply;
    }
    // A hard limit on processor time is SIGKILL's, where the soft one was ignored or came in the same second.
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const bool late = number == SIGXCPU || number == SIGALRM || number == SIGKILL;
    return {.end = late ? Reply::End::out_of_time : Reply::End::died, .bytes = {}};
}

}  // namespace atelier::check
