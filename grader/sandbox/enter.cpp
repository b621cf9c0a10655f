// SPDX-License-Identifier: MIT
// atelier-enter --guard -- PROGRAM ARGUMENT…: starts bubblewrap, and takes it along when whoever started us dies, at a
// moment too when bubblewrap has not yet told its own children to.
//
// atelier-enter [--tools] [--proc] [--processes N] [--read PATH]… [--write PATH]… -- PROGRAM ARGUMENT…: the last step into a box,
// taken inside it. Linked statically, so that it needs nothing of what the box shows.
//
// --read and --write: the paths that Landlock leaves, in the tier that has no root of its own; none: Landlock is not asked.
// What cannot be done ends with status 125 and a word on descriptor 4, which the program never gets.
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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

struct Order {
    Caller caller = Caller::program;
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
            show_own_proc(order);
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

void kill_group(int) { ::kill(0, SIGKILL); }

/// Ends as the program ended. The first process of a namespace is deaf to its own signals: it says so with its status.
[[noreturn]] void end_like(int status)
{
    if (WIFSIGNALED(status) && ::getpid() != 1) {
        ::signal(WTERMSIG(status), SIG_DFL);
        ::raise(WTERMSIG(status));
    }
    ::_exit(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
}

/// Goes on in a child, and stays here, where the program can neither look nor write, until that ends.
///
/// As the first process of a namespace, we take all its others along. In a process group we do the same when whoever
/// started us dies: of that the kernel tells one process only, not those that a compiler starts.
void go_on_in_child()
{
    if (::getpid() != 1) {
        ::signal(SIGTERM, kill_group);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // until now it was SIGKILL: there is no moment without
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    }
    ::prctl(PR_SET_DUMPABLE, 0);
    const pid_t child = ::fork();
    if (child < 0) {
        give_up("fork", errno);
    }
    if (child == 0) {
        ::signal(SIGTERM, SIG_DFL);
        return;
    }
    int status = 0;
    for (pid_t ended = 0; ended != child;) {  // orphans too come to the first process
        ended = ::waitpid(-1, &status, 0);
        if (ended < 0 && errno != EINTR) {
            give_up("waitpid", errno);
        }
    }
    // Our child may be gone before the last of its own, as when a broken pipe kills bubblewrap: then there is somebody to take
    // along still.
    while (::getpid() != 1 && (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR)) {
    }
    end_like(status);
}

}  // namespace

int main(int, char** argv)
{
    if (argv[1] != nullptr && argv[2] != nullptr && argv[3] != nullptr && std::string_view(argv[1]) == "--guard") {
        go_on_in_child();
        ::execv(argv[3], argv + 3);
        give_up(argv[3], errno);
    }
    ::fcntl(status_channel, F_SETFD, FD_CLOEXEC);
    const Order order = read_order(argv + 1);
    if (order.program == nullptr || *order.program == nullptr) {
        give_up("arguments", EINVAL);
    }
    if (order.processes > 0) {
        limit(RLIMIT_NPROC, order.processes);
    }
    limit(RLIMIT_STACK, rlim_t{8} << 20U);
    const bool is_tool = order.caller == Caller::tools;
    if (is_tool || ::getpid() == 1) {
        go_on_in_child();
    }
    if (!is_tool) {
        open_program(*order.program);
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
