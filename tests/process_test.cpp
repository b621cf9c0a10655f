// SPDX-License-Identifier: MIT
#include "process.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/personality.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using namespace std::chrono_literals;
using test::eventually;
using test::is_running;
using test::long_sleep;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using End = Outcome::End;

Command command(std::vector<std::string> arguments, Limits limits = {})
{
    Command result;
    result.arguments = std::move(arguments);
    result.folder = "/";
    result.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C"};
    result.limits = limits;
    return result;
}

Outcome shell(const std::string& script, Limits limits = {}) { return run(command({"/bin/sh", "-c", script}, limits)); }

TEST(Process, ArgumentsPassThroughNoShell)
{
    const Outcome outcome = run(command({"/usr/bin/printf", "<%s>", "$HOME `id`", "a b;c", "*", "", "L'Haÿ\n\"\\"}));
    EXPECT_TRUE(outcome.succeeded());
    EXPECT_EQ(outcome.out, "<$HOME `id`><a b;c><*><><L'Haÿ\n\"\\>");
    EXPECT_EQ(outcome.err, "");
}

TEST(Process, InputIsReadToItsEnd)
{
    Command cat = command({"/bin/cat"});
    cat.input = std::string(1'000'000, 'x') + '\0' + "\xFF end";
    cat.limits.output_bytes = 2'000'000;
    EXPECT_EQ(run(cat).out, cat.input);
}

TEST(Process, AnInputThatNobodyReadsIsNoTrouble)
{
    Command idle = command({"/bin/true"});
    idle.input = std::string(1'000'000, 'x');
    EXPECT_TRUE(run(idle).succeeded());
}

TEST(Process, EachChannelIsCapturedApart)
{
    const Outcome outcome = shell("echo out; echo err >&2; echo probe >&3");
    EXPECT_EQ(outcome.out, "out\n");
    EXPECT_EQ(outcome.err, "err\n");
    EXPECT_EQ(outcome.probe, "probe\n");
    EXPECT_EQ(outcome.status, "");
}

TEST(Process, OutputUpToItsLimitIsKeptWhole)
{
    Limits limits;
    limits.output_bytes = 5;
    limits.probe_bytes = 5;
    const Outcome outcome = shell("printf 12345; printf abcde >&2; printf ABCDE >&3", limits);
    EXPECT_TRUE(outcome.succeeded());
    EXPECT_EQ(outcome.out + outcome.err + outcome.probe, "12345abcdeABCDE");
}

TEST(Process, OutputBeyondItsLimitKeepsItsHead)
{
    Limits limits;
    limits.output_bytes = 5;
    EXPECT_EQ(shell("printf 123456", limits).out, "12345");
    for (const char* script : {"printf 123456", "printf 123456 >&2", "printf 12345; printf 6; exit 3"}) {
        EXPECT_EQ(shell(script, limits).end, End::too_much_output) << script;
    }
}

TEST(Process, TheProbeHasALimitOfItsOwn)
{
    Limits limits;
    limits.output_bytes = 5;
    limits.probe_bytes = 10;
    EXPECT_TRUE(shell("printf 1234567890 >&3", limits).succeeded());
    const Outcome outcome = shell("printf 12345678901 >&3", limits);
    EXPECT_EQ(outcome.end, End::too_much_output);
    EXPECT_EQ(outcome.probe, "1234567890");
}

TEST(Process, EndlessOutputIsStopped)
{
    const Outcome outcome = run(command({"/usr/bin/yes", "encore"}));
    EXPECT_EQ(outcome.end, End::too_much_output);
    EXPECT_EQ(outcome.out.size(), Limits{}.output_bytes);
    EXPECT_EQ(outcome.out.substr(0, 14), "encore\nencore\n");
}

TEST(Process, ToldHowItEnded)
{
    EXPECT_TRUE(shell("exit 0").succeeded());
    const Outcome exited = shell("exit 255");
    EXPECT_EQ(exited.end, End::exited);
    EXPECT_EQ(exited.code, 255);
    EXPECT_FALSE(exited.succeeded());
    const Outcome killed = shell("kill -SEGV $$");
    EXPECT_EQ(killed.end, End::signaled);
    EXPECT_EQ(killed.code, SIGSEGV);
}

TEST(Process, StopsWhatNeverEnds)
{
    Limits limits;
    limits.wall_time = 100ms;
    const Outcome outcome = shell("echo begun; exec sleep 1000", limits);
    EXPECT_EQ(outcome.end, End::out_of_wall_time);
    EXPECT_EQ(outcome.out, "begun\n");
}

TEST(Process, StopsWhatComputesTooLong)
{
    Limits limits;
    limits.cpu_time = 1s;
    limits.wall_time = 60s;
    const Outcome outcome = shell("while :; do :; done", limits);
    EXPECT_EQ(outcome.end, End::signaled);
    EXPECT_EQ(outcome.code, SIGXCPU);
}

TEST(Process, KillsWhatRefusesToStopComputing)
{
    Limits limits;
    limits.cpu_time = 1s;
    limits.wall_time = 60s;
    const Outcome outcome = shell("trap '' XCPU; while :; do :; done", limits);
    EXPECT_EQ(outcome.end, End::signaled);
    EXPECT_EQ(outcome.code, SIGKILL);
}

TEST(Process, AFileCannotOutgrowItsLimit)
{
    const TemporaryFolder folder;
    Command dd = command({"/bin/dd", "if=/dev/zero", "of=big", "bs=1000", "count=200"});
    dd.folder = folder.path();
    dd.limits.file_bytes = 100'000;
    const Outcome outcome = run(dd);
    EXPECT_EQ(outcome.end, End::signaled);
    EXPECT_EQ(outcome.code, SIGXFSZ);
    EXPECT_EQ(fs::file_size(folder.path() / "big"), 100'000U);
}

TEST(Process, MemoryIsLimited)
{
    const TemporaryFolder folder;
    const fs::path program = folder.path() / "grow";
    test::compile(R"(
        #include <cstdio>
        #include <cstdlib>
        int main()
        {
            int mib = 0;
            while (mib < 1000 && std::malloc(1 << 20) != nullptr) {
                ++mib;
            }
            std::printf("%d", mib);
        })",
                  program);
    Command grow = command({program.string()});
    grow.limits.memory_bytes = std::size_t{64} << 20;
    const int mib = std::stoi(run(grow).out);
    EXPECT_LT(mib, 64);
    EXPECT_GT(mib, 32);
}

TEST(Process, LeavesNoCoreFile) { EXPECT_EQ(shell("ulimit -c").out, "0\n"); }

TEST(Process, TheEnvironmentIsExactlyWhatIsGiven)
{
    const test::Variable of_ours("ATELIER_TEST_LEAK", "seen");
    Command env = command({"/usr/bin/env"});
    env.environment = {"A=1", "B=two words", "EMPTY="};
    EXPECT_EQ(run(env).out, "A=1\nB=two words\nEMPTY=\n");
    env.environment = {};
    EXPECT_EQ(run(env).out, "");
}

TEST(Process, NoOtherDescriptorOfOursIsOpenInside)
{
    const Descriptor inherited(::open("/etc/passwd", O_RDONLY));  // NOLINT: not close-on-exec, on purpose
    const Descriptor high(::fcntl(inherited.get(), F_DUPFD, 200));
    ASSERT_TRUE(inherited && high);
    // Asked of the shell itself: a tool would open some of its own.
    const Outcome outcome =
        shell("i=0; while [ $i -lt 1100 ]; do [ -e /proc/self/fd/$i ] && echo $i; i=$((i+1)); done");
    EXPECT_EQ(outcome.out, "0\n1\n2\n3\n");
}

TEST(Process, DescriptorFourCarriesTheStatusWhenAsked)
{
    Command status = command({"/bin/sh", "-c", "echo status >&4"});
    status.holder = Command::Holder::pid_namespace;
    const Outcome outcome = run(status);
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
    EXPECT_EQ(outcome.status, "status\n");
}

TEST(Process, BeginsInItsFolder)
{
    Command pwd = command({"/bin/pwd"});
    pwd.folder = "/usr/lib";
    EXPECT_EQ(run(pwd).out, "/usr/lib\n");
}

TEST(Process, LeadsASessionOfItsOwn)
{
    EXPECT_EQ(shell("set -- $(cat /proc/$$/stat); [ $1 = $6 ] && echo leader").out, "leader\n");
}

TEST(Process, RunsAtTheSameAddressesEveryTime)
{
    // Else a stack overflow, say, would be told now at one line, now at the next: same input, same verdict.
    if (::personality(0xFFFFFFFF) < 0 || run(command({"/usr/bin/setarch", "-R", "true"})).code != 0) {
        GTEST_SKIP() << "this machine lets nobody choose";
    }
    const Command maps = command({"/bin/cat", "/proc/self/maps"});
    EXPECT_EQ(run(maps).out, run(maps).out);
}

TEST(Process, WhatCannotStartIsAnError)
{
    const auto sentence = [](const Command& c) -> std::string {
        try {
            (void)run(c);
        } catch (const Error& error) {
            return error.what();
        }
        return "no Error";
    };
    EXPECT_EQ(sentence(command({"/nowhere/programme"})),
              "Impossible de lancer /nowhere/programme\u00A0: ce fichier ou ce dossier n'existe pas");
    EXPECT_THAT(sentence(command({"/etc/passwd"})), HasSubstr("Impossible de lancer /etc/passwd"));
    Command nowhere = command({"/bin/true"});
    nowhere.folder = "/nowhere";
    EXPECT_THAT(sentence(nowhere), HasSubstr("Impossible de lancer /bin/true"));
}

TEST(Process, LosesNoDescriptorWhateverHappens)
{
    const auto open_now = [] { return names_in("/proc/self/fd").size(); };
    (void)shell("true");
    const std::size_t before = open_now();
    for (int i = 0; i < 5; ++i) {
        (void)shell("echo out; exit 1");
        EXPECT_THROW((void)run(command({"/nowhere"})), Error);
    }
    EXPECT_EQ(open_now(), before);
}

TEST(Process, KillsGrandchildrenToo)
{
    const std::string seconds = long_sleep();
    EXPECT_TRUE(shell("sleep " + seconds + " & exit 0").succeeded());
    // They are killed, but are not ours to wait for: the kernel ends them when it next runs them.
    EXPECT_TRUE(eventually([&] { return !is_running(seconds); }));
}

TEST(Process, DoesNotWaitForADaemonThatKeepsTheChannelsOpen)
{
    // No namespace, so the daemon outlives its parent; it must not hold us up, however much it writes.
    Limits limits;
    limits.cpu_time = 20s;
    limits.wall_time = 60s;
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = shell("setsid yes & setsid sh -c 'sleep 20' & sleep 0.2; exit 0", limits);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
    EXPECT_LE(outcome.out.size(), limits.output_bytes);
}

TEST(Process, SignalsThatWeIgnoreAreNotIgnoredInside)
{
    std::vector<sighandler_t> before;
    const std::vector<int> ignored{SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXFSZ, SIGXCPU, SIGUSR1, SIGCHLD};
    for (const int signal : ignored) {
        before.push_back(::signal(signal, SIG_IGN));
    }
    sigset_t all;
    sigset_t mask;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, &mask);
    const Outcome outcome = run(command({"/bin/grep", "-E", "^Sig(Ign|Blk):", "/proc/self/status"}));
    ::pthread_sigmask(SIG_SETMASK, &mask, nullptr);
    for (std::size_t i = 0; i < ignored.size(); ++i) {
        ::signal(ignored[i], before[i]);
    }
    EXPECT_EQ(outcome.out, "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
}

TEST(Process, TellsTheTruthEvenWhenOurParentIgnoredChildren)
{
    // Some launchers leave SIGCHLD ignored, which execve keeps: the kernel then throws exit statuses away.
    const auto before = ::signal(SIGCHLD, SIG_IGN);
    const Outcome outcome = shell("exit 3");
    ::signal(SIGCHLD, before);
    EXPECT_EQ(outcome.end, End::exited);
    EXPECT_EQ(outcome.code, 3);
}

TEST(Process, DropsToTheIdentityGiven)
{
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can become somebody else";
    }
    Command id = command({"/bin/sh", "-c", "id -u; id -g; id -G; : > /root/essai"});
    id.identity = Identity{65534, 65533};
    const Outcome outcome = run(id);
    EXPECT_EQ(outcome.out, "65534\n65533\n65533\n");
    EXPECT_THAT(outcome.err, HasSubstr("Permission denied"));
}

TEST(Process, RunsFromSeveralThreadsAtOnce)
{
    std::vector<std::string> said(40);
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 4; ++t) {
            threads.emplace_back([&said, t] {
                for (std::size_t i = t; i < said.size(); i += 4) {
                    said[i] = shell("cat; echo " + std::to_string(i)).out;
                }
            });
        }
    }
    for (std::size_t i = 0; i < said.size(); ++i) {
        EXPECT_EQ(said[i], std::to_string(i) + "\n");
    }
}

TEST(Process, DiesWithItsCaller)
{
    const std::string seconds = long_sleep();
    const pid_t caller = ::fork();
    ASSERT_GE(caller, 0);
    if (caller == 0) {
        Limits limits;
        limits.wall_time = 1h;
        (void)run(command({"/bin/sleep", seconds}, limits));
        ::_exit(0);
    }
    ASSERT_TRUE(eventually([&] { return is_running(seconds); })) << "it never began";
    ::kill(caller, SIGKILL);
    ::waitpid(caller, nullptr, 0);
    EXPECT_TRUE(eventually([&] { return !is_running(seconds); })) << "the program outlived the process that ran it";
}

}  // namespace
}  // namespace atelier
