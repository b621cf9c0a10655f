// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "pipe.hpp"

namespace atelier {

namespace {

using Clock = std::chrono::steady_clock;

Descriptor input_file(const std::string& input)
{
    Descriptor file(::memfd_create("input", MFD_CLOEXEC));
    for (std::size_t done = 0; file && done < input.size();) {
        const ssize_t n = ::write(file.get(), input.data() + done, input.size() - done);
        if (n < 0) {
            file.close();
        } else {
            done += static_cast<std::size_t>(n);
        }
    }
    if (!file || ::lseek(file.get(), 0, SEEK_SET) != 0) {
        throw system_error(tr("Impossible de préparer l'entrée d'un programme"));
    }
    return file;
}

std::vector<char*> pointers(const std::vector<std::string>& strings)
{
    std::vector<char*> result;
    result.reserve(strings.size() + 1);
    for (const std::string& s : strings) {
        result.push_back(const_cast<char*>(s.c_str()));
    }
    result.push_back(nullptr);
    return result;
}

/// Lowers a limit; one that is lower already stays, since it could not be raised.
bool set_limit(__rlimit_resource resource, rlim_t soft, rlim_t hard)
{
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0) {
        return false;
    }
    limit = {std::min(soft, limit.rlim_max), std::min(hard, limit.rlim_max)};
    return ::setrlimit(resource, &limit) == 0;
}

bool set_limits(const Limits& limits)
{
    const auto cpu = static_cast<rlim_t>(limits.cpu_time.count());
    const rlim_t data = limits.memory_bytes + std::min(limits.reserved_bytes, ~limits.memory_bytes);
    return set_limit(RLIMIT_CPU, cpu, cpu + 1) && set_limit(RLIMIT_DATA, data, data) &&
           set_limit(RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes) && set_limit(RLIMIT_CORE, 0, 0) &&
           set_limit(RLIMIT_NOFILE, open_files, open_files);
}

/// While SIGCHLD is ignored, as a careless parent of ours may have left it, the kernel throws exit statuses away.
void keep_exit_statuses()
{
    struct sigaction action {};
    if (::sigaction(SIGCHLD, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
        ::signal(SIGCHLD, SIG_DFL);
    }
}

/// The child's side of fork: only async-signal-safe calls until exec. Returns only if exec is impossible.
struct Child {
    const Command& command;
    char* const* arguments;
    char* const* environment;
    std::array<int, 5> channels;  ///< what becomes descriptors 0 to 4; -1: none
    pid_t parent;

    /// When memory runs out on this machine, the kernel kills this process before any other.
    static void die_first()
    {
        const int file = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
        if (file >= 0) {
            (void)!::write(file, "1000", 4);
            ::close(file);
        }
    }

    void become() const
    {
        ::setsid();
        // Above the range that is dup2'ed to, so that no channel is closed by its neighbour.
        std::array<int, 5> high{};
        for (std::size_t i = 0; i < channels.size(); ++i) {
            high[i] = channels[i] < 0 ? -1 : ::fcntl(channels[i], F_DUPFD_CLOEXEC, 64);
        }
        for (std::size_t i = 0; i < channels.size(); ++i) {
            if (high[i] >= 0 && ::dup2(high[i], static_cast<int>(i)) < 0) {
                return;
            }
        }
        const unsigned first_unused = channels[4] >= 0 ? 5 : 4;
        ::syscall(SYS_close_range, first_unused, UINT_MAX, 4U /* CLOSE_RANGE_CLOEXEC */);
        if (::chdir(command.folder.c_str()) != 0 || !set_limits(command.limits)) {
            return;
        }
        if (command.bounds) {
            die_first();
        }
        if (command.identity && (::setgroups(0, nullptr) != 0 || ::setgid(command.identity->group) != 0 ||
                                 ::setuid(command.identity->user) != 0)) {
            return;
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) {  // it was dead before it could tell
            ::_exit(127);
        }
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        for (int signal = 1; signal < NSIG; ++signal) {  // what we or our parent ignore would stay ignored
            ::signal(signal, SIG_DFL);
        }
        ::personality(ADDR_NO_RANDOMIZE);  // same input, same addresses; where it is refused, only nearly so
        ::execve(arguments[0], arguments, environment);
    }
};

/// Reads the channels until the program is dead, a limit is reached, or all is said.
class Watch {
public:
    Watch(pid_t pid, const Command& command, Outcome& outcome)
        : pid_(pid), process_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))), command_(command),
          limits_(command.limits), outcome_(outcome), deadline_(Clock::now() + limits_.wall_time)
    {
    }

    void add(Descriptor channel, std::string& text)
    {
        ::fcntl(channel.get(), F_SETFL, O_NONBLOCK);
        const std::size_t most_bytes = &text == &outcome_.probe ? limits_.probe_bytes : limits_.output_bytes;
        channels_.push_back({std::move(channel), &text, most_bytes});
    }

    void until_dead()
    {
        while (!is_dead() && step()) {
        }
        kill_all();
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        wait_for_group();
        wait_for_namespace();
        while (drain()) {
        }
        if (outcome_.end == Outcome::End::exited) {
            outcome_.end = WIFSIGNALED(status) ? Outcome::End::signaled : Outcome::End::exited;
            outcome_.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
        }
    }

private:
    struct Channel {
        Descriptor descriptor;
        std::string* text;
        std::size_t most_bytes;
    };

    /// Waits for one thing to happen; false once a limit is reached.
    bool step()
    {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
        if (left <= 0) {
            outcome_.end = Outcome::End::out_of_wall_time;
            return false;
        }
        std::vector<pollfd> polled{{process_.get(), POLLIN, 0}};
        for (const Channel& channel : channels_) {
            polled.push_back({channel.descriptor.get(), POLLIN, 0});
        }
        const auto wait = command_.bounds ? std::min<long>(left, patrol_period.count()) : left;
        ::poll(polled.data(), polled.size(), static_cast<int>(wait) + 1);
        dead_ = (polled.front().revents & POLLIN) != 0;
        drain();
        patrol();
        return outcome_.end == Outcome::End::exited;
    }

    /// Looks at what the program uses, once in a period.
    void patrol()
    {
        if (!command_.bounds || dead_ || Clock::now() < next_patrol_ || outcome_.end != Outcome::End::exited) {
            return;
        }
        next_patrol_ = Clock::now() + patrol_period;
        if (program_ == 0) {
            const pid_t above = command_.holder == Command::Holder::pid_namespace ? first_ : pid_;
            program_ = command_.holder == Command::Holder::group ? pid_ : above > 0 ? child_of(above) : 0;
        }
        switch (look(program_, *command_.bounds)) {
            case Excess::none: break;
            case Excess::memory: outcome_.end = Outcome::End::too_much_memory; break;
            case Excess::threads: outcome_.end = Outcome::End::too_many_threads; break;
            case Excess::files: outcome_.end = Outcome::End::too_many_files; break;
        }
    }

    [[nodiscard]] bool is_dead() const { return dead_; }

    /// Reads what is there without waiting; false when there was nothing.
    bool drain()
    {
        bool some = false;
        for (Channel& channel : channels_) {
            char buffer[16384];
            const ssize_t n = channel.descriptor ? ::read(channel.descriptor.get(), buffer, sizeof buffer) : 0;
            if (n > 0) {
                some = true;
                keep(channel, {buffer, static_cast<std::size_t>(n)});
            } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
                channel.descriptor.close();
            }
        }
        find_namespace();
        return some;
    }

    void keep(Channel& channel, std::string_view bytes)
    {
        const std::size_t room = channel.most_bytes - std::min(channel.most_bytes, channel.text->size());
        channel.text->append(bytes.substr(0, room));
        if (bytes.size() <= room) {
            return;
        }
        channel.descriptor.close();  // nothing that outlives the program can keep us reading
        if (outcome_.end == Outcome::End::exited) {
            outcome_.end = Outcome::End::too_much_output;
        }
    }

    /// Takes hold of the namespace's first process as soon as bubblewrap has named it.
    void find_namespace()
    {
        const std::size_t at = outcome_.status.find("\"child-pid\":");
        if (command_.holder == Command::Holder::pid_namespace && !namespace_ && at != std::string::npos &&
            outcome_.status.find('}', at) != std::string::npos) {
            first_ = static_cast<pid_t>(std::strtol(outcome_.status.c_str() + at + 12, nullptr, 10));
            namespace_ = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, first_, 0)));
        }
    }

    void kill_all() const
    {
        if (namespace_) {
            ::syscall(SYS_pidfd_send_signal, namespace_.get(), SIGKILL, nullptr, 0);
        }
        ::kill(-pid_, SIGKILL);
        ::kill(pid_, SIGKILL);
    }

    /// Orphans of a closed group become our children, since nobody else is there to take them: the last of them is waited
    /// for here.
    void wait_for_group() const
    {
        if (command_.holder != Command::Holder::group) {
            while (::waitpid(-pid_, nullptr, 0) > 0 || errno == EINTR) {
            }
        }
    }

    /// The first process of a pid namespace ends only after all the others: its end is everybody's.
    void wait_for_namespace()
    {
        drain();
        kill_namespace_and_wait();
    }

    void kill_namespace_and_wait() const
    {
        if (!namespace_) {
            return;
        }
        ::syscall(SYS_pidfd_send_signal, namespace_.get(), SIGKILL, nullptr, 0);
        pollfd polled{namespace_.get(), POLLIN, 0};
        while (::poll(&polled, 1, -1) < 0 && errno == EINTR) {
        }
        constexpr auto by_descriptor = static_cast<idtype_t>(3);                                   // P_PIDFD
        ::waitid(by_descriptor, static_cast<id_t>(namespace_.get()), nullptr, WEXITED | WNOHANG);  // an orphan is ours
    }

    pid_t pid_;
    Descriptor process_;
    Descriptor namespace_;
    pid_t first_ = 0;    ///< of the namespace
    pid_t program_ = 0;  ///< what is looked at
    const Command& command_;
    const Limits& limits_;
    Outcome& outcome_;
    Clock::time_point deadline_;
    Clock::time_point next_patrol_ = Clock::now() + patrol_period;
    bool dead_ = false;
    std::vector<Channel> channels_;
};

}  // namespace

Outcome run(const Command& command)
{
    const std::vector<char*> arguments = pointers(command.arguments);
    const std::vector<char*> environment = pointers(command.environment);
    const Descriptor input = input_file(command.input);
    Pipe out;
    Pipe err;
    Pipe probe;
    Pipe status;
    Pipe failure;
    const Child child{command,
                      arguments.data(),
                      environment.data(),
                      {input.get(), out.write_end.get(), err.write_end.get(), probe.write_end.get(),
                       command.holder == Command::Holder::group ? -1 : status.write_end.get()},
                      ::getpid()};

    keep_exit_statuses();
    if (command.holder != Command::Holder::group) {
        ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }
    const pid_t pid = ::fork();
    if (pid < 0) {
        throw system_error(tr("Impossible de lancer {}", command.arguments.front()));
    }
    if (pid == 0) {
        const int alarm = ::fcntl(failure.write_end.get(), F_DUPFD_CLOEXEC, 100);
        child.become();
        const int code = errno;
        (void)!::write(alarm, &code, sizeof code);
        ::_exit(127);
    }

    for (Pipe* pipe : {&out, &err, &probe, &status, &failure}) {
        pipe->write_end.close();
    }
    Outcome outcome;
    Watch watch(pid, command, outcome);
    int code = 0;
    // Ends at once: exec closes the pipe.
    if (::read(failure.read_end.get(), &code, sizeof code) == sizeof code) {
        ::waitpid(pid, nullptr, 0);
        errno = code;
        throw system_error(tr("Impossible de lancer {}", command.arguments.front()));
    }
    watch.add(std::move(out.read_end), outcome.out);
    watch.add(std::move(err.read_end), outcome.err);
    watch.add(std::move(probe.read_end), outcome.probe);
    watch.add(std::move(status.read_end), outcome.status);
    watch.until_dead();
    return outcome;
}

}  // namespace atelier
