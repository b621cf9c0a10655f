// SPDX-License-Identifier: MIT
#include "check/neighbour.hpp"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "check/sqlite.hpp"
#include "error.hpp"
#include "pipe.hpp"
#include "sandbox.hpp"

namespace atelier::check {

namespace {

const std::string done = "done";

/// The child's side: everything here happens in the neighbour's process.
class Life {
public:
    Life(const NeighbourPlan& plan, int signs, int stop, int told)
        : plan_(plan), signs_(signs), stop_(stop), told_(told)
    {
    }

    void live(const std::string& base)
    {
        become_a_program();
        const Connection connection = open_connection(base);
        sqlite3_busy_handler(connection.get(), wait_or_stop, this);
        execute_all(connection.get(), plan_.begin);
        tell(done);
        if (signs_come() && !busy_to_the_end(connection.get())) {
            tell(done);
        }
        while (listen()) {  // the program may have more to say, and must not find the fifo full
        }
    }

    void tell(std::string line) const
    {
        line += '\n';
        (void)!::write(told_, line.data(), line.size());
    }

private:
    /// The rights of a student's program, so that the files it makes beside the database are theirs too.
    static void become_a_program()
    {
        const rlimit limit{10, 11};
        ::setrlimit(RLIMIT_CPU, &limit);
        const std::optional<Identity> identity = sandbox_identity();
        if (identity &&
            (::setgroups(0, nullptr) != 0 || ::setgid(identity->group) != 0 || ::setuid(identity->user) != 0)) {
            throw system_error("cannot drop to the sandbox's user");
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    }

    /// Waits for something to be said; false when it is time to stop and nothing is left to read.
    bool listen()
    {
        pollfd polled[]{{signs_, POLLIN, 0}, {stop_, POLLIN, 0}};
        if (::poll(polled, 2, -1) < 0 && errno != EINTR) {
            return false;
        }
        char buffer[4096];
        const ssize_t n = ::read(signs_, buffer, sizeof buffer);
        for (ssize_t i = 0; i < n; ++i) {
            if (buffer[i] != '\n') {
                line_ += line_.size() < plan_.sign.size() + 1 ? std::string(1, buffer[i]) : std::string();
                continue;
            }
            count_ += line_ == plan_.sign ? 1 : 0;
            line_.clear();
        }
        return n > 0 || polled[1].revents == 0;
    }

    bool signs_come()
    {
        while (count_ < plan_.times) {
            if (!listen()) {
                return false;
            }
        }
        return true;
    }

    /// Runs the end of the plan; true when the database was still busy when it was time to stop.
    bool busy_to_the_end(sqlite3* connection) const
    {
        try {
            execute_all(connection, plan_.end);
            return false;
        } catch (const Error&) {
            if ((sqlite3_errcode(connection) & 0xFF) != SQLITE_BUSY) {
                throw;
            }
            return true;
        }
    }

    static int wait_or_stop(void* life, int)
    {
        pollfd polled{static_cast<Life*>(life)->stop_, POLLIN, 0};
        ::poll(&polled, 1, 1);
        return polled.revents == 0 ? 1 : 0;
    }

    const NeighbourPlan& plan_;
    int signs_;
    int stop_;
    int told_;
    std::string line_;
    int count_ = 0;
};

/// One line of a pipe, without its end; empty when there is none.
std::string line_of(int fd)
{
    std::string line;
    char c = 0;
    for (ssize_t n = 0; (n = ::read(fd, &c, 1)) != 0;) {
        if (n < 0 && errno != EINTR) {
            break;
        }
        if (n > 0 && c == '\n') {
            return line;
        }
        line += n > 0 ? std::string(1, c) : std::string();
    }
    return line;
}

}  // namespace

Neighbour::Neighbour(const fs::path& base, const fs::path& signs, const NeighbourPlan& plan)
{
    // Both ways, as Linux allows: there is then always a reader, and never an end.
    const Descriptor fifo(::open(signs.c_str(), O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
    if (!fifo) {
        throw system_error("cannot open " + signs.string());
    }
    Pipe stop;
    Pipe told;
    child_ = ::fork();
    if (child_ < 0) {
        throw system_error("cannot make a process");
    }
    if (child_ == 0) {
        stop.write_end.close();
        Life life(plan, fifo.get(), stop.read_end.get(), told.write_end.get());
        try {
            life.live(base.string());
        } catch (const std::exception& error) {
            life.tell(error.what());
        }
        ::_exit(0);  // what this process was to do at its end is the parent's business
    }
    stop_ = std::move(stop.write_end);
    told_ = std::move(told.read_end);
    told.write_end.close();
    if (const std::string line = line_of(told_.get()); line != done) {
        finish();
        throw Error("a neighbour could not begin: " + line);
    }
}

Neighbour::~Neighbour()
{
    try {
        finish();
    } catch (const Error&) {  // too late to tell
    }
}

bool Neighbour::finish()
{
    if (child_ <= 0) {
        return ended_;
    }
    stop_.close();
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
    child_ = 0;
    const std::string line = line_of(told_.get());
    ended_ = line == done;
    if (!line.empty() && !ended_) {
        throw Error("a neighbour could not end: " + line);
    }
    return ended_;
}

}  // namespace atelier::check
