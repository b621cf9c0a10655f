// SPDX-License-Identifier: MIT
// The real command, in a real (pseudo-)terminal and without one: what a student sees, and what is left behind.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

#include "french.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::eventually;
using test::plain;
using testing::HasSubstr;
using testing::Not;

const fs::path source = ATELIER_SOURCE_FOLDER;
const fs::path solutions = source / "tests" / "catalog" / "solutions" / "01a-noter";

/// A student with `watch` in a terminal, on the miniature course.
class WatchInTerminal : public testing::Test {
protected:
    WatchInTerminal()
    {
        make_folder(answer().parent_path());
        save(solutions / "wrong" / "compte-un" / "reponse.cpp");
    }
    ~WatchInTerminal() override
    {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            ::waitpid(pid_, nullptr, 0);
        }
    }

    [[nodiscard]] fs::path answer() const { return home_.path() / "travail" / "01a-noter" / "reponse.cpp"; }
    void save(const fs::path& from) const { save_text(read_file(from)); }
    void save_text(const std::string& text) const { std::ofstream(answer()) << text; }
    /// An answer whose program never ends.
    void save_endless(const std::string& mark) const
    {
        std::string text = read_file(solutions / "reponse.cpp");
        const std::size_t brace = text.find("\n{\n");
        ASSERT_NE(brace, std::string::npos);
        save_text(text.insert(brace + 3, "for (volatile int i = 0;; i = i + 1) { } // " + mark + "\n"));
    }

    void begin(std::vector<std::string> words = {}, const winsize& size = {24, 80, 0, 0})
    {
        int slave = -1;
        int master = -1;
        if (::openpty(&master, &slave, nullptr, nullptr, &size) != 0) {
            GTEST_SKIP() << "this machine gives no pseudo-terminal";
        }
        master_ = Descriptor(master);
        slave_ = Descriptor(slave);
        ::fcntl(master, F_SETFL, O_NONBLOCK);
        ::fcntl(master, F_SETFD, FD_CLOEXEC);
        ::fcntl(slave, F_SETFD, FD_CLOEXEC);
        ::tcgetattr(slave, &before_);
        start(std::move(words), slave, slave, true);
    }

    void start(std::vector<std::string> words, int in, int out, bool session)
    {
        words.insert(words.begin(), {(fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-grader").string(), "--course",
                                     (source / "tests" / "catalog").string(), "watch", "01a"});
        std::vector<char*> arguments;
        for (const std::string& word : words) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        pid_ = ::fork();
        if (pid_ == 0) {
            if (session) {
                ::setsid();
                ::ioctl(in, TIOCSCTTY, 0);
            }
            for (const auto& [name, value] : {std::pair{"ATELIER_RACINE", source.string()},
                                              {"ATELIER_TRAVAIL", (home_.path() / "travail").string()},
                                              {"TERM", std::string("xterm")},
                                              {"NO_COLOR", std::string("1")}}) {
                ::setenv(name, value.c_str(), 1);
            }
            ::dup2(in, STDIN_FILENO);
            ::dup2(out, STDOUT_FILENO);
            ::dup2(out, STDERR_FILENO);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
    }

    void type(const std::string& keys) const
    {
        ASSERT_EQ(::write(master_.get(), keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
    }

    void take()
    {
        char buffer[65536];
        for (ssize_t n = 0; (n = ::read(master_.get(), buffer, sizeof buffer)) > 0;) {
            seen_.append(buffer, static_cast<std::size_t>(n));
        }
    }

    /// The last whole screen drawn.
    [[nodiscard]] std::string last_screen() const
    {
        const std::size_t at = seen_.rfind("\033[H\033[K");
        return plain(at == std::string::npos ? std::string() : seen_.substr(at));
    }

    /// Waits until the screen has `words`. A minute: a slow machine compiles in that.
    [[nodiscard]] testing::AssertionResult shows(const std::string& words)
    {
        const bool found = eventually(
            [&] {
                take();
                return last_screen().find(words) != std::string::npos;
            },
            std::chrono::seconds(60));
        return found ? testing::AssertionSuccess()
                     : testing::AssertionFailure() << "never saw " << words << "; the last screen:\n"
                                                   << last_screen();
    }

    /// What has been written since the test began, in order.
    [[nodiscard]] testing::AssertionResult tells(const std::string& words)
    {
        const bool found = eventually(
            [&] {
                take();
                return plain(seen_).find(words) != std::string::npos;
            },
            std::chrono::seconds(60));
        return found ? testing::AssertionSuccess()
                     : testing::AssertionFailure() << "never told " << words << ":\n"
                                                   << seen_;
    }

    /// The status of the watch, once it has ended.
    [[nodiscard]] int ended()
    {
        int status = 0;
        const bool in_time = eventually([&] {
            take();
            return ::waitpid(pid_, &status, WNOHANG) == pid_;
        });
        if (!in_time) {
            return -1;
        }
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
    }

    [[nodiscard]] bool terminal_is_back() const
    {
        termios now{};
        ::tcgetattr(slave_.get(), &now);
        return now.c_lflag == before_.c_lflag && now.c_iflag == before_.c_iflag;
    }

    /// Whether a program of the student's, started by this watch, has begun.
    [[nodiscard]] bool is_program_running() const
    {
        for (const std::string& name : names_in("/proc")) {
            if (name.find_first_not_of("0123456789") != std::string::npos) {
                continue;
            }
            const std::string line = proc_file(name, "cmdline");
            const std::string program = line.substr(0, line.find('\0'));
            if (program.ends_with("/programme") && is_below(name)) {
                return true;
            }
        }
        return false;
    }

    /// Waits until it has: a slow machine compiles in a minute.
    [[nodiscard]] testing::AssertionResult program_begins()
    {
        const bool found = eventually(
            [&] {
                take();
                return is_program_running();
            },
            std::chrono::seconds(60));
        return found ? testing::AssertionSuccess()
                     : testing::AssertionFailure() << "no program began:\n"
                                                   << last_screen();
    }

    /// Whether some process of this test is at work: our folder is in what it was told, or sees.
    [[nodiscard]] bool is_at_work() const
    {
        const std::string mark = home_.path().string();
        for (const std::string& name : names_in("/proc")) {
            if (name.find_first_not_of("0123456789") != std::string::npos || name == std::to_string(::getpid())) {
                continue;
            }
            for (const char* file : {"cmdline", "environ"}) {
                if (proc_file(name, file).find(mark) != std::string::npos) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Empty when the process has ended, or is somebody else's.
    [[nodiscard]] static std::string proc_file(const std::string& process, const std::string& file)
    {
        try {
            return read_file("/proc/" + process + "/" + file);
        } catch (const std::exception&) {
            return {};
        }
    }

    /// Whether the watch, or what it has started, has started `process`.
    [[nodiscard]] bool is_below(std::string process) const
    {
        while (!process.empty() && process != "1" && process != std::to_string(pid_)) {
            const std::string stat = proc_file(process, "stat");
            const std::size_t parent = stat.rfind(") ") + 4;  // after the state
            process = parent < stat.size() ? stat.substr(parent, stat.find(' ', parent) - parent) : std::string();
        }
        return process == std::to_string(pid_);
    }

    TemporaryFolder home_;
    Descriptor master_;
    Descriptor slave_;
    termios before_{};
    pid_t pid_ = -1;
    std::string seen_;
};

TEST_F(WatchInTerminal, ChecksAtOnceThenEachSave)
{
    begin();
    EXPECT_TRUE(shows("Vérification…"));
    EXPECT_TRUE(shows("✗ perdue"));
    save(solutions / "reponse.cpp");
    EXPECT_TRUE(shows("Exercice réussi."));
    save_text("int");
    EXPECT_TRUE(shows("Votre réponse ne compile pas."));
    type("q");
    EXPECT_EQ(ended(), 0);
    EXPECT_TRUE(terminal_is_back());
    EXPECT_THAT(seen_, testing::EndsWith("\033[?25h\033[?1049l"));
    EXPECT_TRUE(eventually([&] { return !is_at_work(); }));
}

TEST_F(WatchInTerminal, TheLastOfManyQuickSavesWins)
{
    begin();
    for (int i = 0; i < 20; ++i) {
        save_text(fmt::format("#error numero-{}\n", i));
        take();
    }
    save(solutions / "reponse.cpp");
    EXPECT_TRUE(shows("Exercice réussi."));
    EXPECT_TRUE(shows("déjà réussi"));
}

TEST_F(WatchInTerminal, AProgramThatLoopsIsStoppedByTheNextSave)
{
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    save_endless("sans-fin");
    ASSERT_TRUE(program_begins());
    save(solutions / "reponse.cpp");
    EXPECT_TRUE(shows("Exercice réussi."));
    EXPECT_FALSE(is_program_running());
    type("\003");
    EXPECT_EQ(ended(), 130);
    EXPECT_TRUE(eventually([&] { return !is_at_work(); }));
}

TEST_F(WatchInTerminal, KilledItLeavesNeitherAProcessNorARawTerminal)
{
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    save_endless("encore");
    ASSERT_TRUE(program_begins());
    EXPECT_FALSE(terminal_is_back());
    ::kill(pid_, SIGKILL);
    EXPECT_EQ(ended(), 1000 + SIGKILL);
    EXPECT_TRUE(eventually([&] { return terminal_is_back(); }));
    EXPECT_TRUE(eventually([&] { return !is_at_work(); }));
}

TEST_F(WatchInTerminal, FollowsTheSizeOfTheTerminal)
{
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    for (const auto& [rows, columns] :
         {std::pair<unsigned short, unsigned short>{6, 20}, {50, 132}, {1, 1}, {24, 80}}) {
        const winsize size{rows, columns, 0, 0};
        ASSERT_EQ(::ioctl(slave_.get(), TIOCSWINSZ, &size), 0);
        const std::size_t lines = std::max<std::size_t>(rows, 6);
        EXPECT_TRUE(eventually([&] {
            take();
            const std::string screen = last_screen();
            return static_cast<std::size_t>(std::count(screen.begin(), screen.end(), '\n')) + 1 == lines;
        })) << rows;
    }
}

TEST_F(WatchInTerminal, ShowsHintsTheStatementAndTheList)
{
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    type("i");
    EXPECT_TRUE(shows("Indice "));
    type("\033");
    EXPECT_TRUE(shows("✗ perdue"));
    type("a");
    EXPECT_TRUE(shows("01b"));
    type("e");
    EXPECT_TRUE(shows("Énoncé (Échap pour revenir)"));
    type("x");
    EXPECT_TRUE(shows("./atelier run 01a"));
    type("s");
    EXPECT_TRUE(shows("01b-doubler"));
}

TEST_F(WatchInTerminal, ResetsOnlyWhenToldSoAndKeepsTheAnswer)
{
    const std::string mine = read_file(answer());
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    type("r");
    EXPECT_TRUE(shows("Repartir du début ?"));
    type("n");
    EXPECT_TRUE(shows("recommencer"));
    EXPECT_EQ(read_file(answer()), mine);
    type("ro");
    EXPECT_TRUE(shows("Ce que vous aviez écrit est gardé dans"));
    EXPECT_EQ(read_file(answer()), read_file(source / "tests" / "catalog" / "exercises" / "01a-noter" / "reponse.cpp"));
    bool kept = false;
    for (const std::string& name : names_in(answer().parent_path())) {
        kept = kept || (name != "reponse.cpp" && name.rfind("reponse.", 0) == 0 &&
                        read_file(answer().parent_path() / name) == mine);
    }
    EXPECT_TRUE(kept);
}

TEST_F(WatchInTerminal, SaysWhenTheAnswerHasGone)
{
    begin();
    EXPECT_TRUE(shows("✗ perdue"));
    fs::rename(answer(), answer().string() + "~");
    EXPECT_TRUE(shows("n'est plus là"));
    fs::rename(answer().string() + "~", answer());
    EXPECT_TRUE(shows("Vérifié :"));
}

TEST_F(WatchInTerminal, SpeaksInLinesWhenAskedTo)
{
    begin({"--plain"});
    EXPECT_TRUE(tells("✗ perdue"));
    EXPECT_TRUE(tells("Touches : i indice"));
    type("i");
    EXPECT_TRUE(tells("\r\nIndice "));
    save(solutions / "reponse.cpp");
    EXPECT_TRUE(tells("Tout est juste."));
    type("q");
    EXPECT_EQ(ended(), 0);
    EXPECT_THAT(seen_, Not(HasSubstr("\033")));
    EXPECT_TRUE(terminal_is_back());
}

TEST_F(WatchInTerminal, WithoutATerminalWritesLinesUntilItIsStopped)
{
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    master_ = Descriptor(ends[0]);
    const Descriptor write_end(ends[1]);
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    ::fcntl(write_end.get(), F_SETFL, 0);
    start({}, nothing.get(), write_end.get(), false);
    EXPECT_TRUE(tells("Vérification…\n"));
    EXPECT_TRUE(tells("✗ perdue"));
    save(solutions / "reponse.cpp");
    EXPECT_TRUE(tells("Tout est juste."));
    EXPECT_THAT(seen_, Not(HasSubstr("\033")));
    EXPECT_THAT(seen_, Not(HasSubstr("Touches")));
    ::kill(pid_, SIGINT);
    EXPECT_EQ(ended(), 130);
}

}  // namespace
}  // namespace atelier
