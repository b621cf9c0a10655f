// SPDX-License-Identifier: MIT
#include "check/child.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "error.hpp"
#include "pipe.hpp"

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

void hear_all(int fd, const Tell& hear)
{
    char buffer[65536];
    for (;;) {
        const ssize_t n = ::read(fd, buffer, sizeof buffer);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return;
        }
        hear({buffer, static_cast<std::size_t>(n)});
    }
}

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
}

/// The child's whole life. _exit: what this process was to do at its end is the parent's business.
[[noreturn]] void live(const std::function<void(const Tell&)>& work, std::chrono::seconds processor_time, int out)
{
    for (const int number : {SIGXCPU, SIGALRM}) {
        ::signal(number, SIG_DFL);
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(processor_time.count()));
    ::alarm(static_cast<unsigned>(6 * processor_time.count()));
    try {
        work([out](std::string_view bytes) {
            if (!write_whole(out, bytes)) {
                ::_exit(1);  // nobody hears any more
            }
        });
        ::_exit(0);
    } catch (...) {
        ::_exit(1);
    }
}

/// A child, awaited however this scope is left: it ends when nobody hears it.
class Child {
public:
    Child(const std::function<void(const Tell&)>& work, std::chrono::seconds processor_time)
    {
        Pipe pipe;
        in_ = std::move(pipe.read_end);
        id_ = ::fork();
        if (id_ < 0) {
            throw system_error("cannot make a process");
        }
        if (id_ == 0) {
            in_.close();
            live(work, processor_time, pipe.write_end.get());
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { (void)wait(); }

    [[nodiscard]] int in() const { return in_.get(); }

    /// Its status, as of waitpid().
    int wait()
    {
        in_.close();
        while (id_ > 0 && ::waitpid(id_, &status_, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        return status_;
    }

private:
    Descriptor in_;
    pid_t id_ = 0;
    int status_ = 0;
};

}  // namespace

Reply::End in_child(const std::function<void(const Tell&)>& work, std::chrono::seconds processor_time, const Tell& hear)
{
    Child child(work, processor_time);
    hear_all(child.in(), hear);
    const int status = child.wait();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return Reply::End::told;
    }
    // A hard limit on processor time is SIGKILL's, where the soft one was ignored or came in the same second.
    const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const bool late = number == SIGXCPU || number == SIGALRM || number == SIGKILL;
    return late ? Reply::End::out_of_time : Reply::End::died;
}

Reply in_child(const std::function<std::string()>& work, std::chrono::seconds processor_time)
{
    Reply reply;
    reply.end = in_child([&](const Tell& tell) { tell(work()); }, processor_time,
                         [&](std::string_view bytes) { reply.bytes += bytes; });
    if (reply.end != Reply::End::told) {
        reply.bytes.clear();
    }
    return reply;
}

}  // namespace atelier::check
