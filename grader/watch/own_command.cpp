// SPDX-License-Identifier: MIT
#include "watch/own_command.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "error.hpp"
#include "install.hpp"
#include "message.hpp"
#include "pipe.hpp"

namespace atelier::watch {

namespace {

/// More than any report of ours: a command that writes more is broken, and is killed.
constexpr std::size_t most_bytes = std::size_t{32} << 20U;

Error cannot_start() { return system_error(tr("Impossible de lancer une commande de l'atelier")); }

std::vector<char*> pointers(const std::vector<std::string>& strings)
{
    std::vector<char*> result;
    for (const std::string& s : strings) {
        result.push_back(const_cast<char*>(s.c_str()));
    }
    result.push_back(nullptr);
    return result;
}

/// Our environment without the variables that `more` gives, then those.
std::vector<std::string> environment_with(const std::vector<std::string>& more)
{
    std::vector<std::string> all;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string word = *variable;
        const std::string name = word.substr(0, word.find('=') + 1);
        bool replaced = false;
        for (const std::string& one : more) {
            replaced = replaced || one.rfind(name, 0) == 0;
        }
        if (!replaced) {
            all.push_back(word);
        }
    }
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Descriptor file_with(const std::string& input)
{
    Descriptor file(::memfd_create("entree", MFD_CLOEXEC));
    if (!file || ::write(file.get(), input.data(), input.size()) != static_cast<ssize_t>(input.size()) ||
        ::lseek(file.get(), 0, SEEK_SET) != 0) {
        throw cannot_start();
    }
    return file;
}

void drain(Descriptor& from, std::string& into)
{
    char buffer[65536];
    while (from) {
        const ssize_t n = ::read(from.get(), buffer, sizeof buffer);
        if (n == 0) {
            from.close();
        } else if (n > 0) {
            into.append(buffer, static_cast<std::size_t>(n));
        } else if (errno != EINTR) {
            return;
        }
        if (into.size() > most_bytes) {
            from.close();  // it will die of it
        }
    }
}

}  // namespace

OwnCommand::OwnCommand(const std::vector<std::string>& words, const std::string& input,
                       const std::vector<std::string>& variables)
{
    std::vector<std::string> line{(program_folder() / "atelier-grader").string()};
    line.insert(line.end(), words.begin(), words.end());
    const std::vector<char*> arguments = pointers(line);
    const std::vector<std::string> all = environment_with(variables);
    const std::vector<char*> environment = pointers(all);
    const Descriptor in = file_with(input);
    Pipe out;
    Pipe err;
    const pid_t us = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) {
        throw cannot_start();
    }
    if (pid_ == 0) {
        ::setpgid(0, 0);  // the terminal's Ctrl-C is ours alone
        // Should we be killed, so is it; what it has started ends with its readers (sandbox.cpp).
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        const bool ready = ::getppid() == us && ::dup2(in.get(), STDIN_FILENO) >= 0 &&
                           ::dup2(out.write_end.get(), STDOUT_FILENO) >= 0 &&
                           ::dup2(err.write_end.get(), STDERR_FILENO) >= 0;
        if (ready) {
            ::execve(arguments[0], arguments.data(), environment.data());
        }
        ::_exit(127);
    }
    ::setpgid(pid_, pid_);
    process_ = Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    out_ = std::move(out.read_end);
    err_ = std::move(err.read_end);
    for (const Descriptor* end : {&out_, &err_}) {
        ::fcntl(end->get(), F_SETFL, O_NONBLOCK);
    }
}

OwnCommand::~OwnCommand()
{
    if (pid_ > 0) {
        ::kill(-pid_, SIGKILL);
        ::kill(pid_, SIGKILL);
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

void OwnCommand::wish(std::vector<pollfd>& descriptors) const
{
    for (const Descriptor* one : {&process_, &out_, &err_}) {
        if (*one) {
            descriptors.push_back({.fd = one->get(), .events = POLLIN, .revents = 0});
        }
    }
}

bool OwnCommand::step()
{
    int status = 0;
    const pid_t ended = pid_ > 0 ? ::waitpid(pid_, &status, WNOHANG) : 0;
    drain(out_, told_.out);
    drain(err_, told_.err);
    if (ended == pid_) {
        told_.ended = WIFEXITED(status);
        told_.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        pid_ = -1;
        process_.close();
        out_.close();
        err_.close();
    }
    return pid_ < 0;
}

}  // namespace atelier::watch
