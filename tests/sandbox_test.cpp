// SPDX-License-Identifier: MIT
#include "sandbox.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "error.hpp"
#include "show.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using namespace std::chrono_literals;
using test::BoxFolder;
using test::eventually;
using test::is_running;
using test::long_sleep;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using End = Outcome::End;

std::vector<std::string> sorted_lines(const std::string& text)
{
    const std::vector<std::string_view> lines = lines_of(text);
    std::vector<std::string> result(lines.begin(), lines.end());
    std::sort(result.begin(), result.end());
    return result;
}

/// A tier that separates, on machines that have it; elsewhere each test says why it is skipped.
class InTier : public testing::Test {
protected:
    explicit InTier(Tier tier) : tier_(tier) {}

    void SetUp() override
    {
        if (const std::string why = why_not(tier_); !why.empty()) {
            GTEST_SKIP() << why;
        }
    }

    [[nodiscard]] Box box() const { return folder_.box(tier_); }
    [[nodiscard]] Outcome shell(const std::string& script, const Limits& limits = {}) const
    {
        return run_in(box(), {"/bin/sh", "-c", script}, limits);
    }
    [[nodiscard]] Outcome program(std::string_view source, const Limits& limits = {},
                                  const std::vector<std::string>& options = {}) const
    {
        Box one = box();
        one.tools = false;
        // Landlock lets a box write into its folder or execute what is there, never both.
        one.mounts.push_back({folder_.program(), "/programme"});
        (void)folder_.with_program(source, options);
        return run_in(one, {one.at(folder_.program()).string()}, limits);
    }

    Tier tier_;
    BoxFolder folder_;
};

class Sandbox : public InTier, public testing::WithParamInterface<Tier> {
protected:
    Sandbox() : InTier(GetParam()) {}
};

class Namespaces : public InTier {
protected:
    Namespaces() : InTier(Tier::namespaces) {}
};

class LandlockTier : public InTier {
protected:
    LandlockTier() : InTier(Tier::landlock) {}
};

INSTANTIATE_TEST_SUITE_P(Tier, Sandbox, testing::Values(Tier::namespaces, Tier::landlock),
                         [](const auto& tier) { return std::string(name_of(tier.param)); });

TEST_P(Sandbox, ArgumentsAndInputReachTheProgram)
{
    const Outcome printed = run_in(box(), {"/usr/bin/printf", "<%s>", "$HOME `id`", "a b", "", "--"}, {});
    EXPECT_EQ(printed.out, "<$HOME `id`><a b><><-->");
    EXPECT_EQ(run_in(box(), {"/bin/cat"}, {}, "L'Haÿ\n").out, "L'Haÿ\n");
}

TEST_P(Sandbox, EachChannelIsCapturedApart)
{
    const Outcome outcome = shell("echo out; echo err >&2; echo probe >&3");
    EXPECT_TRUE(outcome.succeeded());
    EXPECT_EQ(outcome.out, "out\n");
    EXPECT_EQ(outcome.err, "err\n");
    EXPECT_EQ(outcome.probe, "probe\n");
}

TEST_F(Namespaces, TheStatusChannelIsOutOfTheProgramsReach)
{
    Box box = this->box();
    box.proc = true;
    const Outcome outcome = run_in(
        box, {"/bin/sh", "-c", "i=0; while [ $i -lt 300 ]; do [ -e /proc/self/fd/$i ] && echo $i; i=$((i+1)); done"},
        {});
    EXPECT_EQ(outcome.out, "0\n1\n2\n3\n");
    // Nor through the process that stands above it.
    EXPECT_THAT(run_in(box, {"/bin/sh", "-c", "echo forged > /proc/1/fd/4 || echo refused"}, {}).out, "refused\n");
}

TEST_P(Sandbox, ToldHowItEnded)
{
    EXPECT_TRUE(shell("exit 0").succeeded());
    EXPECT_EQ(shell("exit 3").code, 3);
    const Outcome killed = shell("kill -SEGV $$");
    EXPECT_EQ(killed.end, End::signaled);
    EXPECT_EQ(killed.code, SIGSEGV);
}

TEST_P(Sandbox, AnExitStatusAboveEverySignalIsNoSignal)
{
    const Outcome outcome = shell("exit 255");
    EXPECT_EQ(outcome.end, End::exited);
    EXPECT_EQ(outcome.code, 255);
}

TEST_F(Namespaces, AProgramThatIsNotThereDoesNotSucceed)
{
    const Outcome outcome = run_in(box(), {"/travail/absent"}, {});
    EXPECT_EQ(outcome.end, End::exited);
    EXPECT_EQ(outcome.code, 127);
}

TEST_P(Sandbox, ABoxThatCannotBeMadeIsAnError)
{
    Box box = this->box();
    box.mounts.push_back({"/nowhere/at/all", "/donnees"});
    try {
        (void)run_in(box, {"/bin/true"}, {});
        FAIL() << "no Error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("/nowhere/at/all"), HasSubstr("atelier doctor")));
    }
}

TEST_P(Sandbox, TheEnvironmentIsOursAlone)
{
    const test::Variable of_ours("ATELIER_TEST_LEAK", "seen");
    std::vector<std::string> names;
    for (const std::string& line : sorted_lines(run_in(box(), {"/usr/bin/env"}, {}).out)) {
        names.push_back(line.substr(0, line.find('=')));
    }
    std::erase(names, "PWD");  // bubblewrap's
    EXPECT_THAT(names,
                ElementsAre("ASAN_OPTIONS", "HOME", "LC_ALL", "LSAN_OPTIONS", "PATH", "TMPDIR", "UBSAN_OPTIONS"));
    const std::string work = box().at(folder_.work()).string();
    EXPECT_EQ(shell("echo $HOME $PWD $TMPDIR").out,
              work + " " + work + " " + (tier_ == Tier::namespaces ? "/tmp" : work) + "\n");
}

TEST_F(Namespaces, NothingOfTheHostIsVisible)
{
    EXPECT_EQ(shell("ls -A /").out, "bin\ndev\nentrer\nlib\nlib64\ntmp\ntravail\nusr\n");
    EXPECT_EQ(shell("ls -A /tmp; ls -A /travail").out, "");
    EXPECT_EQ(shell("for f in /etc /home /root /proc /sys /run /var /work " ATELIER_SOURCE_FOLDER
                    "; do [ -e $f ] && echo $f; done")
                  .out,
              "");
}

TEST_F(Namespaces, WithoutToolsOnlyLibrariesAreVisible)
{
    const Outcome outcome = program(R"(
        #include <dirent.h>
        #include <cstdio>
        void list(const char* folder)
        {
            DIR* d = opendir(folder);
            while (dirent* e = readdir(d)) {
                if (e->d_name[0] != '.') {
                    std::printf("%s/%s\n", folder, e->d_name);
                }
            }
        }
        int main()
        {
            list("/");
            list("/usr");
        })");
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
    std::vector<std::string> seen = sorted_lines(outcome.out);
    std::erase_if(seen, [](const std::string& path) { return path == "/usr/lib32" || path == "/usr/lib64"; });
    EXPECT_THAT(seen, ElementsAre("//dev", "//entrer", "//lib", "//lib64", "//programme", "//tmp", "//travail", "//usr",
                                  "/usr/lib"));
}

TEST_F(Namespaces, DevHoldsOnlyNull)
{
    EXPECT_EQ(shell("ls -A /dev; echo lost > /dev/null && cat /dev/null").out, "null\n");
}

TEST_F(Namespaces, ProcIsThereOnlyWhenAskedAndShowsOnlyTheBox)
{
    EXPECT_EQ(shell("[ -e /proc ] || echo none").out, "none\n");
    Box box = this->box();
    box.proc = true;
    EXPECT_EQ(run_in(box, {"/bin/sh", "-c", "cat /proc/1/comm; [ -e /proc/self/status ] && echo self"}, {}).out,
              "entrer\nself\n");
    EXPECT_EQ(run_in(box, {"/bin/sh", "-c", "cat /proc/[0-9]*/comm"}, {}).out, "entrer\nsh\n");
}

TEST_F(Namespaces, OnlyItsFolderAndTmpAreWritable)
{
    EXPECT_EQ(
        shell(
            "for f in / /usr /usr/lib /usr/bin /dev /bin /lib; do (: > $f/essai) 2> /dev/null && echo $f; done; echo x > /entrer")
            .out,
        "");
    EXPECT_TRUE(shell(": > /travail/essai && : > /tmp/essai").succeeded());
    EXPECT_TRUE(fs::exists(folder_.work() / "essai"));
    EXPECT_FALSE(fs::exists("/tmp/essai"));
}

TEST_P(Sandbox, AMountIsReadOnlyUnlessItSaysOtherwise)
{
    const BoxFolder others;
    write_file(others.work() / "donnees", "42\n");
    Box box = this->box();
    box.mounts.push_back({others.work(), "/donnees"});
    const std::string there = box.at(others.work()).string();
    EXPECT_EQ(
        run_in(box, {"/bin/sh", "-c", "cat \"$0/donnees\"; rm -f \"$0/donnees\"; : > \"$0/essai\"", there}, {}).out,
        "42\n");
    EXPECT_EQ(names_in(others.work()), std::vector<std::string>{"donnees"});
    box.mounts.back().writable = true;
    EXPECT_TRUE(run_in(box, {"/bin/sh", "-c", ": > \"$0/essai\"", there}, {}).succeeded());
    EXPECT_TRUE(fs::exists(others.work() / "essai"));
}

TEST_F(Namespaces, TmpIsCapped)
{
    Limits limits;
    limits.wall_time = 60s;
    const Outcome outcome =
        shell("for i in 1 2 3; do yes | head -c 30000000 > /tmp/$i || echo full; done; cat /tmp/* | wc -c", limits);
    const std::vector<std::string_view> said = lines_of(outcome.out);
    ASSERT_EQ(said.size(), 2U) << outcome.out << outcome.err;
    EXPECT_EQ(said[0], "full");
    const std::size_t cap = std::size_t{64} << 20;
    EXPECT_LE(std::stoul(std::string(said[1])), cap);
    EXPECT_GT(std::stoul(std::string(said[1])), cap - 65536);  // the last write may be refused whole
}

TEST_P(Sandbox, RootBecomesAUserThatNobodyElseIs)
{
    const std::string user = std::to_string(::geteuid() == 0 ? 65100 : ::geteuid());
    EXPECT_EQ(shell("id -u; id -G | wc -w").out, user + "\n1\n");
    (void)shell(": > essai");
    struct stat status {};
    ASSERT_EQ(::stat((folder_.work() / "essai").c_str(), &status), 0);
    EXPECT_EQ(std::to_string(status.st_uid), user);
}

TEST_F(Namespaces, NoPrivilegeIsLeftOrCanBeGained)
{
    Box box = this->box();
    box.proc = true;
    EXPECT_EQ(
        run_in(box, {"/bin/grep", "-E", "^(Cap...|NoNewPrivs):", "/proc/self/status"}, {}).out,
        "CapInh:\t0000000000000000\nCapPrm:\t0000000000000000\nCapEff:\t0000000000000000\nCapBnd:\t0000000000000000\nCapAmb:\t0000000000000000\nNoNewPrivs:\t1\n");
}

TEST_F(Namespaces, NestedUserNamespacesAreRefused)
{
    const Outcome outcome = program(R"(
        #include <cerrno>
        #include <cstdio>
        #include <cstring>
        #include <sched.h>
        int main() { std::puts(unshare(CLONE_NEWUSER) == 0 ? "made" : std::strerror(errno)); })");
    EXPECT_EQ(outcome.out, "Operation not permitted\n");
}

TEST_P(Sandbox, ThereIsNoNetwork)
{
    // The host listens on its loopback and on an abstract name; neither is there, and nothing else is reachable.
    const Descriptor tcp(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    ASSERT_EQ(::bind(tcp.get(), reinterpret_cast<sockaddr*>(&here), size), 0);
    ASSERT_EQ(::listen(tcp.get(), 1), 0);
    ASSERT_EQ(::getsockname(tcp.get(), reinterpret_cast<sockaddr*>(&here), &size), 0);
    const Descriptor local(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    const std::string abstract = "atelier-test-" + std::to_string(::getpid());
    abstract.copy(name.sun_path + 1, sizeof name.sun_path - 1);
    ASSERT_EQ(::bind(local.get(), reinterpret_cast<sockaddr*>(&name),
                     static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + abstract.size())),
              0);
    ASSERT_EQ(::listen(local.get(), 1), 0);

    const Outcome outcome = program(fmt::format(R"(
        #include <arpa/inet.h>
        #include <cerrno>
        #include <cstddef>
        #include <cstdio>
        #include <cstring>
        #include <sys/socket.h>
        #include <sys/un.h>
        void tell(int result) {{ std::puts(result == 0 ? "connected" : std::strerror(errno)); }}
        void internet(const char* address, int port)
        {{
            sockaddr_in to{{}};
            to.sin_family = AF_INET;
            to.sin_port = htons(port);
            inet_pton(AF_INET, address, &to.sin_addr);
            tell(connect(socket(AF_INET, SOCK_STREAM, 0), (sockaddr*)&to, sizeof to));
        }}
        int main()
        {{
            internet("127.0.0.1", {});
            internet("192.0.2.1", 80);
            sockaddr_un to{{}};
            to.sun_family = AF_UNIX;
            std::strcpy(to.sun_path + 1, "{}");
            tell(connect(socket(AF_UNIX, SOCK_STREAM, 0), (sockaddr*)&to, offsetof(sockaddr_un, sun_path) + 1 + std::strlen(to.sun_path + 1)));
        }})",
                                                ntohs(here.sin_port), abstract));
    EXPECT_EQ(outcome.out, "Operation not permitted\nOperation not permitted\nOperation not permitted\n")
        << outcome.err;
}

TEST_P(Sandbox, OutputBeyondItsLimitKeepsItsHead)
{
    Limits limits;
    limits.output_bytes = 4096;
    const Outcome outcome = shell("yes encore", limits);
    EXPECT_EQ(outcome.end, End::too_much_output);
    EXPECT_EQ(outcome.out.size(), 4096U);
    EXPECT_EQ(outcome.out.substr(0, 14), "encore\nencore\n");
}

TEST_P(Sandbox, StopsWhatNeverEnds)
{
    Limits limits;
    limits.wall_time = 300ms;
    const std::string seconds = long_sleep();
    EXPECT_EQ(shell("exec sleep " + seconds, limits).end, End::out_of_wall_time);
    EXPECT_FALSE(is_running(seconds));
}

TEST_P(Sandbox, StopsWhatComputesTooLong)
{
    Limits limits;
    limits.cpu_time = 1s;
    limits.wall_time = 60s;
    const Outcome outcome = shell("while :; do :; done", limits);
    EXPECT_EQ(outcome.end, End::signaled);
    EXPECT_EQ(outcome.code, SIGXCPU);
}

TEST_P(Sandbox, AFileCannotOutgrowItsLimit)
{
    Limits limits;
    limits.file_bytes = 100'000;
    const Outcome outcome = shell("exec yes > big", limits);
    EXPECT_EQ(outcome.end, End::signaled);
    EXPECT_EQ(outcome.code, SIGXFSZ);
    EXPECT_EQ(fs::file_size(folder_.work() / "big"), 100'000U);
}

TEST_P(Sandbox, MemoryIsLimited)
{
    Limits limits;
    limits.memory_bytes = std::size_t{64} << 20;
    const Outcome outcome = program(R"(
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
                                    limits);
    ASSERT_TRUE(outcome.succeeded()) << outcome.err;
    const int mib = std::stoi(outcome.out);
    EXPECT_LT(mib, 64);
    EXPECT_GT(mib, 32);
}

TEST_P(Sandbox, NothingInsideSurvivesItsEnd)
{
    const std::string seconds = long_sleep();
    // In a session of its own, forked twice, deaf to every signal that can be ignored.
    const Outcome outcome =
        shell("(setsid sh -c \"trap '' HUP TERM INT; sleep " + seconds + "\" > /dev/null 2>&1 &) ; exit 0");
    EXPECT_TRUE(outcome.succeeded()) << outcome.err;
    EXPECT_FALSE(is_running(seconds));
}

TEST_P(Sandbox, NothingInsideSurvivesAnyMomentOfStopping)
{
    const std::string seconds = long_sleep();
    for (int moment = 1; moment <= 40; ++moment) {
        Limits limits;
        limits.wall_time = std::chrono::milliseconds(moment / 2);
        EXPECT_EQ(shell("setsid sleep " + seconds + " & sleep " + seconds, limits).end, End::out_of_wall_time);
        ASSERT_FALSE(is_running(seconds)) << "stopped after " << moment / 2 << " ms";
    }
}

TEST_F(Namespaces, KillingItsFirstProcessDoesNotFreeTheOthers)
{
    const std::string seconds = long_sleep();
    (void)shell("setsid sleep " + seconds + " & kill -9 1; kill -9 -1");
    EXPECT_FALSE(is_running(seconds));
}

constexpr std::string_view threads = R"(
    #include <cstdio>
    #include <pthread.h>
    #include <unistd.h>
    #include <sys/wait.h>
    void* stay(void*) { pause(); return nullptr; }
    int main()
    {
        std::printf("%s ", fork() < 0 ? "no fork," : "fork,");
        std::fflush(stdout);
        int alive = 1;  // us
        pthread_attr_t small;
        pthread_attr_init(&small);
        pthread_attr_setstacksize(&small, 65536);
        for (pthread_t one; alive < 200 && pthread_create(&one, &small, stay, nullptr) == 0; ++alive) {
        }
        std::printf("%d", alive);
        std::fflush(stdout);
        sleep(3600);
    })";

TEST_P(Sandbox, AProgramIsOneProcessWithSoManyThreads)
{
    Limits limits;
    limits.processes = 20;
    limits.wall_time = 1500ms;
    const Outcome outcome = program(threads, limits, {"-pthread"});
    if (tier_ == Tier::namespaces) {
        EXPECT_THAT(outcome.out, testing::MatchesRegex("no fork, 1[5-9]|no fork, 20"));  // bubblewrap's own count too
    } else {
        EXPECT_THAT(outcome.out, testing::StartsWith("no fork, "));
        EXPECT_EQ(outcome.end, End::too_many_threads);
    }
}

TEST_F(Namespaces, ThreadsAreCountedForEachBox)
{
    Limits limits;
    limits.processes = 20;
    limits.wall_time = 1500ms;
    Box box = this->box();
    box.tools = false;
    const std::string inside = folder_.with_program(threads, {"-pthread"});
    std::vector<std::string> told(4);
    {
        std::vector<std::jthread> all;
        for (std::string& one : told) {
            all.emplace_back([&] { one = run_in(box, {inside}, limits).out; });
        }
    }
    EXPECT_THAT(told, testing::Each(run_in(box, {inside}, limits).out));
}

TEST_P(Sandbox, DiesWithItsCaller)
{
    const std::string seconds = long_sleep();
    const pid_t caller = ::fork();
    ASSERT_GE(caller, 0);
    if (caller == 0) {
        Limits limits;
        limits.wall_time = 1h;
        (void)shell("setsid sleep " + seconds + " & sleep " + seconds, limits);
        ::_exit(0);
    }
    ASSERT_TRUE(eventually([&] { return is_running(seconds); })) << "it never began";
    ::kill(caller, SIGKILL);
    ::waitpid(caller, nullptr, 0);
    // The kernel tells bubblewrap, which tells the first process inside, which takes the others with it.
    EXPECT_TRUE(eventually([&] { return !is_running(seconds); }))
        << "something inside outlived the process that ran it";
}

TEST(SandboxTierNone, RunsInItsFolderWithinLimitsAndWithOurEnvironmentOnly)
{
    const test::Variable of_ours("ATELIER_TEST_LEAK", "seen");
    const BoxFolder folder;
    const Outcome outcome =
        run_in(folder.box(Tier::none), {"/bin/sh", "-c", "pwd; env | grep -c LEAK; cat; : > essai"}, {}, "input\n");
    EXPECT_EQ(outcome.out, folder.work().string() + "\n0\ninput\n");
    EXPECT_TRUE(fs::exists(folder.work() / "essai"));
    Limits limits;
    limits.wall_time = 100ms;
    EXPECT_EQ(run_in(folder.box(Tier::none), {"/bin/sleep", "1000"}, limits).end, End::out_of_wall_time);
}

TEST(SandboxTierNone, RootBecomesAUserApartThereToo)
{
    const BoxFolder folder;
    EXPECT_EQ(run_in(folder.box(Tier::none), {"/usr/bin/id", "-u"}, {}).out,
              std::to_string(::geteuid() == 0 ? 65100 : ::geteuid()) + "\n");
}

TEST(Box, NamesAFileAsTheProgramInsideKnowsIt)
{
    Box box{.tier = Tier::namespaces,
            .folder = {"/host/work", "/travail", true},
            .mounts = {{"/host/chain", "/atelier"}, {"/host/file", "/donnees/file"}}};
    EXPECT_EQ(box.at("/host/work"), "/travail");
    EXPECT_EQ(box.at("/host/work/a/b"), "/travail/a/b");
    EXPECT_EQ(box.at("/host/chain/x"), "/atelier/x");
    EXPECT_EQ(box.at("/host/file"), "/donnees/file");
    EXPECT_THROW((void)box.at("/host/workshop/x"), Error);
    EXPECT_THROW((void)box.at("/elsewhere"), Error);
    box.tier = Tier::none;
    EXPECT_EQ(box.at("/elsewhere"), "/elsewhere");
}

TEST(SandboxOwnership, WhatWasGivenCanBeTakenBack)
{
    const TemporaryFolder folder;
    make_folder(folder.path() / "a");
    write_file(folder.path() / "a" / "file", "x");
    fs::create_symlink("/etc/passwd", folder.path() / "a" / "link");
    const auto owner = [](const fs::path& path) {
        struct stat status {};
        EXPECT_EQ(::lstat(path.c_str(), &status), 0);
        return status.st_uid;
    };
    const uid_t passwd_owner = owner("/etc/passwd");
    const uid_t theirs = ::geteuid() == 0 ? 65100 : ::geteuid();
    for (const char* name : {"a", "a/file", "a/link"}) {
        give_to_sandbox(folder.path() / name);
        EXPECT_EQ(owner(folder.path() / name), theirs);
    }
    take_from_sandbox(folder.path() / "a");
    for (const char* name : {"a", "a/file", "a/link"}) {
        EXPECT_EQ(owner(folder.path() / name), ::geteuid());
    }
    EXPECT_EQ(owner("/etc/passwd"), passwd_owner);
}

TEST(Tier, HasAName)
{
    EXPECT_EQ(name_of(Tier::landlock), "landlock");
    for (const Tier tier : all_tiers) {
        EXPECT_EQ(tier_named(name_of(tier)), tier);
    }
    EXPECT_EQ(tier_named("docker"), std::nullopt);
}

}  // namespace
}  // namespace atelier
