// SPDX-License-Identifier: MIT
#include "console.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Variable;
using testing::HasSubstr;

/// Makes `fd` stand for one of the three standard descriptors as long as this lives.
class Redirected {
public:
    Redirected(int standard, int fd) : standard_(standard), before_(::fcntl(standard, F_DUPFD_CLOEXEC, 10))
    {
        ::fflush(nullptr);
        ::dup2(fd, standard);
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;
    ~Redirected()
    {
        if (before_) {
            ::dup2(before_.get(), standard_);
        } else {
            ::close(standard_);
        }
    }

private:
    int standard_;
    Descriptor before_;
};

class Console : public testing::Test {
protected:
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }

    /// What `action` writes on standard output, or on standard error, when it is a file.
    [[nodiscard]] std::string written(const std::function<void()>& action, int standard = STDOUT_FILENO) const
    {
        {
            const Descriptor file(::open(at("written").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
            const Redirected redirected(standard, file.get());
            action();
        }
        return read_file(at("written"));
    }

    TemporaryFolder folder_;
};

/// A terminal of our own, where nobody looks.
class Terminal : public Console {
protected:
    void SetUp() override
    {
        int master = -1;
        int slave = -1;
        const winsize size{24, 60, 0, 0};
        if (::openpty(&master, &slave, nullptr, nullptr, &size) != 0) {
            GTEST_SKIP() << "this machine gives no pseudo-terminal";
        }
        master_ = Descriptor(master);
        slave_ = Descriptor(slave);
        ::fcntl(master, F_SETFD, FD_CLOEXEC);
        ::fcntl(master, F_SETFL, O_NONBLOCK);
    }

    /// What the terminal shows of what `action` writes there; its line ends are those of a terminal.
    [[nodiscard]] std::string shown(const std::function<void()>& action, int standard = STDOUT_FILENO)
    {
        {
            const Redirected redirected(standard, slave_.get());
            action();
        }
        std::string text;
        char buffer[4096];
        for (ssize_t n = 0; (n = ::read(master_.get(), buffer, sizeof buffer)) > 0;) {
            text.append(buffer, static_cast<std::size_t>(n));
        }
        return text;
    }

    void resize(unsigned short columns)
    {
        const winsize size{24, columns, 0, 0};
        ASSERT_EQ(::ioctl(slave_.get(), TIOCSWINSZ, &size), 0);
    }

    Descriptor master_;
    Descriptor slave_;
};

TEST_F(Console, PrintsWholeTexts)
{
    const std::string text = "L'Haÿ\n" + std::string(300'000, 'x');
    EXPECT_EQ(written([&] { print(text); }), text);
    EXPECT_EQ(written([] { print(""); }), "");
}

TEST_F(Console, AFullDiskIsAnError)
{
    const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    if (!full) {
        GTEST_SKIP() << "this machine has no /dev/full";
    }
    std::string sentence;
    {
        const Redirected redirected(STDOUT_FILENO, full.get());
        try {
            print("x");
        } catch (const Error& error) {
            sentence = error.what();
        }
    }
    EXPECT_THAT(sentence, HasSubstr("le disque est plein"));
}

TEST_F(Console, AReaderThatLeftIsNoError)
{
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    ::close(ends[0]);
    const Descriptor write_end(ends[1]);
    const auto before = ::signal(SIGPIPE, SIG_IGN);  // as the command line does first
    {
        const Redirected redirected(STDOUT_FILENO, write_end.get());
        EXPECT_NO_THROW(print(std::string(100'000, 'x')));
    }
    ::signal(SIGPIPE, before);
}

TEST_F(Console, AFileIsNoTerminal)
{
    const Variable term("TERM", "xterm");
    const Variable no_color("NO_COLOR", std::nullopt);
    (void)written([] {
        EXPECT_FALSE(is_terminal());
        EXPECT_FALSE(wants_colour());
        EXPECT_EQ(terminal_width(), 80);
    });
}

TEST_F(Console, PagesIntoAFileByPrinting)
{
    const Variable pager("PAGER", "false");
    EXPECT_EQ(written([] { page("text\n"); }), "text\n");
}

TEST_F(Console, ShowsNoProgressInAFile)
{
    EXPECT_EQ(written([] { show_progress("x", 1, 2); }, STDERR_FILENO), "");
}

TEST_F(Console, ReadsWhatIsPipedIntoIt)
{
    write_file(at("input"), std::string("a\0b\n", 4));
    const Descriptor file(::open(at("input").c_str(), O_RDONLY | O_CLOEXEC));
    const Redirected redirected(STDIN_FILENO, file.get());
    EXPECT_EQ(standard_input(), std::string("a\0b\n", 4));
    EXPECT_EQ(standard_input(), "");
}

TEST_F(Console, ReadsAtMostSixteenMebibytes)
{
    const std::size_t most = std::size_t{16} << 20;
    const Descriptor zeros(::open("/dev/zero", O_RDONLY | O_CLOEXEC));
    const Redirected redirected(STDIN_FILENO, zeros.get());
    EXPECT_EQ(standard_input().size(), most);
}

TEST_F(Console, ReadsAtMostSixteenMebibytesInSmallPiecesToo)
{
    int ends[2];
    ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
    const Descriptor read_end(ends[0]);
    Descriptor write_end(ends[1]);
    std::jthread writer([&] {
        const std::string piece(4095, 'x');
        for (std::size_t sent = 0; sent < (std::size_t{16} << 20) + 300'000;) {
            const ssize_t n = ::write(write_end.get(), piece.data(), piece.size());
            if (n <= 0) {
                return;
            }
            sent += static_cast<std::size_t>(n);
        }
        write_end.close();
    });
    const Redirected redirected(STDIN_FILENO, read_end.get());
    EXPECT_EQ(standard_input().size(), std::size_t{16} << 20);
    while (!standard_input().empty()) {  // lets the writer end
    }
}

TEST_F(Terminal, IsRecognised)
{
    (void)shown([] { EXPECT_TRUE(is_terminal()); });
}

TEST_F(Terminal, HasColourUnlessToldOtherwise)
{
    const Variable term("TERM", "xterm");
    const Variable unset("NO_COLOR", std::nullopt);
    (void)shown([] { EXPECT_TRUE(wants_colour()); });
    {
        const Variable no_color("NO_COLOR", "1");
        (void)shown([] { EXPECT_FALSE(wants_colour()); });
    }
    {
        const Variable empty("NO_COLOR", "");  // no-color.org: present and not empty
        (void)shown([] { EXPECT_TRUE(wants_colour()); });
    }
    const Variable dumb("TERM", "dumb");
    (void)shown([] { EXPECT_FALSE(wants_colour()); });
}

TEST_F(Terminal, IsAsWideAsItSaysWithinReason)
{
    const auto width = [&] {
        int result = 0;
        (void)shown([&] { result = terminal_width(); });
        return result;
    };
    EXPECT_EQ(width(), 60);
    resize(500);
    EXPECT_EQ(width(), 100);
    resize(3);
    EXPECT_EQ(width(), 20);
    resize(0);
    EXPECT_EQ(width(), 80);
}

TEST_F(Terminal, ShowsProgressInPlaceAndClearsIt)
{
    EXPECT_EQ(shown([] { show_progress("copies", 1, 3); }, STDERR_FILENO), "\r\033[Kcopies 1/3");
    EXPECT_EQ(shown([] { show_progress("copies", 3, 3); }, STDERR_FILENO), "\r\033[K");
}

TEST_F(Terminal, IsNotReadAsInput)
{
    const Redirected redirected(STDIN_FILENO, slave_.get());
    EXPECT_EQ(standard_input(), "");
}

TEST_F(Terminal, PagesThroughThePager)
{
    const Variable pager("PAGER", "tr a-z A-Z");
    EXPECT_EQ(shown([] { page("text\n"); }), "TEXT\r\n");
}

TEST_F(Terminal, NoShellReadsThePagersName)
{
    const Variable pager("PAGER", "cat - ; touch " + at("made").string());
    (void)shown([] {
        const Descriptor null(::open("/dev/null", O_WRONLY | O_CLOEXEC));
        const Redirected quiet(STDERR_FILENO, null.get());  // cat finds no file called « ; »
        page("text\n");
    });
    EXPECT_FALSE(fs::exists(at("made")));
}

TEST_F(Terminal, WithoutAPagerThatWorksStillShowsTheText)
{
    const Variable pager("PAGER", "/nowhere/pager");
    EXPECT_THAT(shown([] { page("text\n"); }), HasSubstr("text"));
    const Variable path("PATH", "/nowhere");
    EXPECT_EQ(shown([] { page("text\n"); }), "text\r\n");
}

TEST_F(Terminal, APagerThatStopsReadingIsNoError)
{
    const auto before = ::signal(SIGPIPE, SIG_IGN);
    const Variable pager("PAGER", "true");
    (void)shown([] { EXPECT_NO_THROW(page(std::string(1'000'000, 'x'))); });
    ::signal(SIGPIPE, before);
}

}  // namespace
}  // namespace atelier
