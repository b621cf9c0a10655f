// SPDX-License-Identifier: MIT
// atelier-enter --guard PROGRAM ARGUMENT…: starts bubblewrap, and takes along all that it began when it is stopped, or when
// nobody reads any more what comes out.
//
// atelier-enter [--tools] [--proc] [--processes N] [--read PATH]… [--write PATH]… -- PROGRAM ARGUMENT…: the last step into a box,
// taken inside it. Linked statically, so that it needs nothing of what the box shows.
//
// --read and --write: the paths that Landlock leaves, in the tier that has no root of its own; none: Landlock is not asked.
// What cannot be done ends with status 125 and a word on descriptor 4, which the program never gets.
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "sandbox/landlock.hpp"
#include "sandbox/system_calls.hpp"

namespace {

using namespace atelier::box;

constexpr int status_channel = 4;
/// The program's own file is opened here, above all that it can open itself.
constexpr int program_descriptor = 200;
constexpr int proc_descriptor = 199;
/// What go_on_in_child() returns in the child; no status of a process.
constexpr int in_child = -1;

struct Order {
    Caller caller = Caller::program;
    bool own_proc = false;
    rlim_t processes = 0;  ///< 0: the limit stays as it is
    std::vector<const char*> read;
    std::vector<const char*> write;
    char** program = nullptr;
};

[[noreturn]] void give_up(const char* step, int error)
{
    ::dprintf(status_channel, "atelier-enter: %s: %s\n", step, std::strerror(error));
    ::_exit(125);
}

/// Lets the program read its own folder of /proc. It is kept open, because the rule holds for this very folder as the
/// kernel knows it: forgotten when memory is short, it would come back as another.
void show_own_proc(Order& order)
{
    const int folder = ::open("/proc/self", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || ::dup2(folder, proc_descriptor) < 0) {
        give_up("/proc/self", errno);
    }
    order.read.push_back("/proc/self");
}

Order read_order(char** word)
{
    Order order;
    for (; *word != nullptr; ++word) {
        const std::string_view option = *word;
        if (option == "--") {
            order.program = word + 1;
            return order;
        }
        if (option == "--tools") {
            order.caller = Caller::tools;
            continue;
        }
        if (option == "--proc") {
            order.own_proc = true;
            continue;
        }
        const char* value = *++word;
        if (value == nullptr) {
            break;
        }
        if (option == "--processes") {
            order.processes = std::strtoul(value, nullptr, 10);
        } else if (option == "--read") {
            order.read.push_back(value);
        } else if (option == "--write") {
            order.write.push_back(value);
        }
    }
    give_up("arguments", EINVAL);
}

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    if (::setrlimit(resource, &both) != 0) {
        give_up("setrlimit", errno);
    }
}

/// Opens the program where nothing that it opens later can take its place, then forbids that place.
void open_program(const char* path)
{
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 || ::dup3(file, program_descriptor, O_CLOEXEC) < 0) {
        give_up(path, errno);
    }
    ::close(file);
    limit(RLIMIT_NOFILE, program_descriptor);
}

/// Ends as the program ended. The first process of a namespace is deaf to its own signals: it says so with its status.
[[noreturn]] void end_like(int status)
{
    if (WIFSIGNALED(status) && ::getpid() != 1) {
        ::signal(WTERMSIG(status), SIG_DFL);
        ::raise(WTERMSIG(status));
    }
    ::_exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

void take_group_along()
{
    if (::getpid() != 1) {  // the first process of a namespace takes all its others along by ending
        ::kill(0, SIGKILL);
    }
}

/// Waits until `child` has ended, or nobody reads any more what it writes: whoever started us is dead then, and we take
/// along all that is ours. No signal is as sure: bubblewrap does not pass one on before it is done.
void wait_for(pid_t child)
{
    const int ended = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    if (ended < 0) {
        give_up("pidfd_open", errno);
    }
    std::array<pollfd, 2> polled{{{ended, POLLIN, 0}, {STDOUT_FILENO, 0, 0}}};
    while (polled[0].revents == 0) {
        if ((::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) || (polled[1].revents & POLLERR) != 0) {
            take_group_along();
            ::_exit(125);
        }
    }
    ::close(ended);
}

/// Goes on in a child, and stays here, where the program can neither look nor write, until that ends; its status.
int go_on_in_child()
{
    ::prctl(PR_SET_PDEATHSIG, 0);  // it would leave us no time to take the others along
    ::prctl(PR_SET_DUMPABLE, 0);
    const pid_t child = ::fork();
    if (child < 0) {
        give_up("fork", errno);
    }
    if (child == 0) {
        return in_child;
    }
    wait_for(child);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// Runs bubblewrap. One that is stopped by a signal, be it for want of readers, may have begun a process and not yet told it
/// to go on, which would wait for ever.
[[noreturn]] void guard(char** bubblewrap)
{
    const int status = go_on_in_child();
    if (status == in_child) {
        ::execv(*bubblewrap, bubblewrap);
        give_up(*bubblewrap, errno);
    }
    if (WIFSIGNALED(status)) {
        take_group_along();
    }
    end_like(status);
}

}  // namespace

int main(int, char** argv)
{
    if (argv[1] != nullptr && argv[2] != nullptr && std::string_view(argv[1]) == "--guard") {
        guard(argv + 2);
    }
    ::fcntl(status_channel, F_SETFD, FD_CLOEXEC);
    Order order = read_order(argv + 1);
    if (order.program == nullptr || *order.program == nullptr) {
        give_up("arguments", EINVAL);
    }
    if (order.processes > 0) {
        limit(RLIMIT_NPROC, order.processes);
    }
    limit(RLIMIT_STACK, rlim_t{8} << 20U);
    const bool is_tool = order.caller == Caller::tools;
    if (const int status = go_on_in_child(); status != in_child) {
        end_like(status);
    }
    if (!is_tool) {
        open_program(*order.program);
    }
    if (order.own_proc) {
        show_own_proc(order);
    }
    if (!order.read.empty()) {
        if (const Failure failure = confine_files(order.read, order.write); failure.error != 0) {
            give_up(failure.what, failure.error);
        }
    }
    if (const int error = filter_system_calls(order.caller, program_descriptor); error != 0) {
        give_up("seccomp", error);
    }
    if (is_tool) {
        ::execv(*order.program, order.program);
    } else {
        ::execveat(program_descriptor, "", order.program, environ, AT_EMPTY_PATH);
    }
    ::dprintf(STDERR_FILENO, "%s: %s\n", *order.program, std::strerror(errno));
    return 127;
}
