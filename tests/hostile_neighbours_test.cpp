// SPDX-License-Identifier: MIT
// Answers that know exactly whom to attack on this machine: its files, its listening sockets, its other processes.
#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <string>
#include <vector>

#include "hostile_course.hpp"
#include "sandbox.hpp"

namespace atelier {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

/// An answer that is right, and that first does what `attack` says; essai(…) tells an attempt that succeeds.
std::string right_answer_that(const std::string& includes, const std::string& attack)
{
    return "#include \"fourni.hpp\"\n" + includes + R"cpp(
namespace {
[[maybe_unused]] void essai(bool reussi, const std::string& quoi)
{
    if (reussi) {
        throw std::runtime_error("échappé : " + quoi);
    }
}
void attaquer()
{
)cpp" + attack +
           R"cpp(
}
}
void noter(SQLite::Database& base, const std::string& texte)
{
    attaquer();
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}
int compter(SQLite::Database& base)
{
    attaquer();
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
)cpp";
}

class HostileNeighbours : public test::InATier {
protected:
    void expect_that_nothing_comes_of(const std::string& includes, const std::string& attack) const
    {
        const json verdict = machine.verdict(right_answer_that(includes, attack));
        ASSERT_FALSE(verdict.is_null());
        EXPECT_EQ(verdict.at("points"), 5) << test::words_of(verdict);
        EXPECT_THAT(test::words_of(verdict), Not(HasSubstr("échappé")));
    }
};

/// A process that does nothing, as the user whom programs run as: a neighbour in another box.
class Neighbour {
public:
    Neighbour() : process_(::fork())
    {
        if (process_ == 0) {
            if (const std::optional<Identity> identity = sandbox_identity();
                identity && (::setgid(identity->group) != 0 || ::setuid(identity->user) != 0)) {
                ::_exit(1);
            }
            for (;;) {
                ::pause();
            }
        }
    }
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;
    ~Neighbour()
    {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }

    [[nodiscard]] pid_t process() const { return process_; }
    [[nodiscard]] bool is_well() const
    {
        int status = 0;
        return ::waitpid(process_, &status, WNOHANG | WUNTRACED) == 0;
    }

private:
    pid_t process_;
};

std::string list_of(const std::vector<fs::path>& paths)
{
    std::string list;
    for (const fs::path& path : paths) {
        list += fmt::format("R\"~({})~\", ", path.string());
    }
    return list;
}

TEST_P(HostileNeighbours, Row13And14_AProcessKnownByItsNumberIsOutOfReach)
{
    const Neighbour neighbour;
    expect_that_nothing_comes_of(
        "#include <csignal>\n#include <fcntl.h>\n#include <sys/ptrace.h>\n#include <sys/resource.h>\n#include "
        "<sys/syscall.h>\n#include <sys/uio.h>\n#include <unistd.h>\n",
        fmt::format(R"cpp(
    const pid_t autre = {};
    const std::string dossier = "/proc/" + std::to_string(autre);
    for (const int numero : {{SIGSTOP, SIGTERM, SIGKILL}}) {{
        essai(kill(autre, numero) == 0, "kill");
        essai(syscall(SYS_tgkill, autre, autre, numero) == 0, "tgkill");
        essai(syscall(SYS_rt_sigqueueinfo, autre, numero, nullptr) == 0, "sigqueue");
        const long poignee = syscall(SYS_pidfd_open, autre, 0);
        essai(poignee >= 0 && syscall(SYS_pidfd_send_signal, poignee, numero, nullptr, 0) == 0, "pidfd_send_signal");
    }}
    const int canal = dup(0);
    fcntl(canal, F_SETOWN, autre);
    fcntl(canal, F_SETSIG, SIGKILL);
    fcntl(canal, F_SETFL, O_ASYNC);
    essai(ptrace(PTRACE_ATTACH, autre, nullptr, nullptr) == 0, "ptrace");
    essai(ptrace(PTRACE_SEIZE, autre, nullptr, nullptr) == 0, "ptrace");
    char octet = 0;
    const iovec ici{{&octet, 1}};
    const iovec la{{reinterpret_cast<void*>(0x555555554000), 1}};
    essai(process_vm_readv(autre, &ici, 1, &la, 1, 0) > 0, "process_vm_readv");
    for (const char* fichier : {{"/mem", "/environ", "/maps", "/root/etc/passwd", "/cwd/attaque", "/fd/0", "/oom_score_adj"}}) {{
        essai(open((dossier + fichier).c_str(), O_RDWR) >= 0 || open((dossier + fichier).c_str(), O_RDONLY) >= 0, fichier);
    }}
    essai(setpriority(PRIO_PROCESS, autre, 19) == 0, "setpriority");
)cpp",
                    neighbour.process()));
    EXPECT_TRUE(neighbour.is_well());
}

TEST_P(HostileNeighbours, Row13_WhoeverKillsEverybodyKillsHimselfAtMost)
{
    const Neighbour neighbour;
    (void)machine.verdict(right_answer_that("#include <csignal>\n#include <unistd.h>\n", R"cpp(
    for (const int numero : {SIGSTOP, SIGTERM, SIGKILL}) {
        kill(-1, numero);
        kill(0, numero);
        for (pid_t autre = 2; autre < 65536; ++autre) {
            if (autre != getpid()) {
                kill(autre, numero);
            }
        }
    })cpp"));
    EXPECT_TRUE(neighbour.is_well());
}

/// A socket of this machine's that listens, and that nobody must reach.
class Listener {
public:
    Listener(int family, int kind, const sockaddr* address, socklen_t size)
        : socket_(::socket(family, kind | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)), kind_(kind)
    {
        EXPECT_EQ(::bind(socket_.get(), address, size), 0);
        if (kind == SOCK_STREAM) {
            EXPECT_EQ(::listen(socket_.get(), 5), 0);
        }
    }
    [[nodiscard]] int port() const
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        EXPECT_EQ(::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size), 0);
        return ntohs(address.sin_port);
    }
    [[nodiscard]] bool was_reached() const
    {
        char byte = 0;
        return kind_ == SOCK_STREAM ? Descriptor(::accept(socket_.get(), nullptr, nullptr)).get() >= 0
                                    : ::recv(socket_.get(), &byte, 1, 0) >= 0;
    }

private:
    Descriptor socket_;
    int kind_;
};

TEST_P(HostileNeighbours, Row16And27_SocketsOfThisMachineAreOutOfReach)
{
    sockaddr_in loopback{};
    loopback.sin_family = AF_INET;
    loopback.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* internet = reinterpret_cast<const sockaddr*>(&loopback);
    const Listener tcp(AF_INET, SOCK_STREAM, internet, sizeof loopback);
    const Listener udp(AF_INET, SOCK_DGRAM, internet, sizeof loopback);
    const std::string abstract = fmt::format("atelier-hostile-{}", ::getpid());
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    abstract.copy(name.sun_path + 1, sizeof name.sun_path - 1);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + abstract.size());
    const Listener local(AF_UNIX, SOCK_STREAM, reinterpret_cast<const sockaddr*>(&name), size);
    const std::string path = (machine.home() / "prise").string();
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    path.copy(place.sun_path, sizeof place.sun_path - 1);
    const Listener file(AF_UNIX, SOCK_STREAM, reinterpret_cast<const sockaddr*>(&place), sizeof place);
    ASSERT_EQ(::chmod(path.c_str(), 0777), 0);

    expect_that_nothing_comes_of("#include <arpa/inet.h>\n#include <cstddef>\n#include <netinet/in.h>\n#include "
                                 "<sys/socket.h>\n#include <sys/un.h>\n#include <unistd.h>\n",
                                 fmt::format(R"cpp(
    sockaddr_in a{{}};
    a.sin_family = AF_INET;
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    a.sin_port = htons({});
    essai(connect(socket(AF_INET, SOCK_STREAM, 0), reinterpret_cast<sockaddr*>(&a), sizeof a) == 0, "tcp");
    a.sin_port = htons({});
    sendto(socket(AF_INET, SOCK_DGRAM, 0), "a", 1, 0, reinterpret_cast<sockaddr*>(&a), sizeof a);
    const std::string abstrait = "{}";
    sockaddr_un nom{{}};
    nom.sun_family = AF_UNIX;
    abstrait.copy(nom.sun_path + 1, sizeof nom.sun_path - 1);
    essai(connect(socket(AF_UNIX, SOCK_STREAM, 0), reinterpret_cast<sockaddr*>(&nom), offsetof(sockaddr_un, sun_path) + 1 + abstrait.size()) == 0, "abstrait");
    const std::string chemin = R"~({})~";
    sockaddr_un place{{}};
    place.sun_family = AF_UNIX;
    chemin.copy(place.sun_path, sizeof place.sun_path - 1);
    essai(connect(socket(AF_UNIX, SOCK_STREAM, 0), reinterpret_cast<sockaddr*>(&place), sizeof place) == 0, "fichier");
)cpp",
                                             tcp.port(), udp.port(), abstract, path));
    EXPECT_FALSE(tcp.was_reached());
    EXPECT_FALSE(udp.was_reached());
    EXPECT_FALSE(local.was_reached());
    EXPECT_FALSE(file.was_reached());
    fs::remove(path);
}

TEST_P(HostileNeighbours, Row18_FilesThatEverybodyMayReadAndWriteAreOutOfReach)
{
    const fs::path open_to_all = machine.home() / "ouvert-a-tous";
    make_folder(open_to_all);
    for (const char* name : {"results.json", "secret.txt"}) {
        write_file(open_to_all / name, "CANARI\n");
        fs::permissions(open_to_all / name, fs::perms::all);
    }
    fs::permissions(open_to_all, fs::perms::all);
    expect_that_nothing_comes_of(
        "#include <fcntl.h>\n#include <sys/stat.h>\n#include <unistd.h>\n",
        fmt::format(R"cpp(
    for (const std::string fichier : {{{}}}) {{
        essai(open(fichier.c_str(), O_RDONLY) >= 0, "lu " + fichier);
        essai(open(fichier.c_str(), O_WRONLY) >= 0, "ouvert " + fichier);
        essai(truncate(fichier.c_str(), 0) == 0, "vidé " + fichier);
        essai(chmod(fichier.c_str(), 0) == 0, "fermé " + fichier);
        essai(link(fichier.c_str(), "attaque") == 0, "lié " + fichier);
        essai(rename(fichier.c_str(), "attaque") == 0, "pris " + fichier);
        essai(rename("base.db", fichier.c_str()) == 0, "remplacé " + fichier);
        essai(unlink(fichier.c_str()) == 0, "effacé " + fichier);
        unlink("attaque");
        (void)!symlink(fichier.c_str(), "attaque");
        essai(open("attaque", O_RDONLY) >= 0, "suivi " + fichier);
        unlink("attaque");
    }}
    for (const std::string dossier : {{{}}}) {{
        essai(open((dossier + "/attaque").c_str(), O_CREAT | O_WRONLY, 0666) >= 0, "fait un fichier dans " + dossier);
        essai(mkdir((dossier + "/attaque-d").c_str(), 0777) == 0, "fait un dossier dans " + dossier);
        essai(open(dossier.c_str(), O_RDONLY | O_DIRECTORY) >= 0, "ouvert " + dossier);
        essai(chdir(dossier.c_str()) == 0 && open("results.json", O_RDONLY) >= 0, "allé dans " + dossier);
        (void)!chdir(getenv("HOME"));
    }}
)cpp",
                    list_of({open_to_all / "results.json", open_to_all / "secret.txt",
                             test::catalog / "exercises" / "01a-noter" / "checks.cpp",
                             test::catalog / "solutions" / "01a-noter" / "reponse.cpp", test::grader_program}),
                    list_of({open_to_all, test::catalog / "solutions", machine.home() / "tmp"})));
    EXPECT_EQ(read_file(open_to_all / "results.json"), "CANARI\n");
    EXPECT_EQ(read_file(open_to_all / "secret.txt"), "CANARI\n");
    EXPECT_EQ(names_in(open_to_all), (std::vector<std::string>{"results.json", "secret.txt"}));
}

// --- While compiling -------------------------------------------------------------------------------------------------

/// Ways to have a compiler read a file.
const std::vector<std::string>& ways_to_read()
{
    static const std::vector<std::string> all{"#include \"{}\"\n",
                                              "%:include \"{}\"\n",
                                              "#include_next \"{}\"\n",
                                              "#import \"{}\"\n",
                                              "#define F \"{}\"\n#include F\n",
                                              "asm(\".incbin \\\"{}\\\"\");\n",
                                              "asm(\".include \\\"{}\\\"\");\n",
                                              "#if !__has_include(\"{}\")\n#error invisible\n#endif\n"};
    return all;
}

TEST_P(HostileNeighbours, Row06And07_NoFileOfThisMachineIsReadWhileCompiling)
{
    const fs::path secret = machine.home() / "secret.txt";
    write_file(secret, "CANARI\n");
    const std::vector<fs::path> files{secret,
                                      test::catalog / "exercises" / "01a-noter" / "checks.cpp",
                                      "/etc/passwd",
                                      test::catalog / "solutions" / "01a-noter" / "reponse.cpp",
                                      test::project / "grader" / "main.cpp",
                                      test::grader_program,
                                      "/etc/hostname",
                                      "/proc/version",
                                      "/proc/self/environ",
                                      "/dev/stdin",
                                      "/dev/zero"};
    for (const std::string& way : ways_to_read()) {
        // Every file in the usual way, some of them in the others.
        for (std::size_t i = 0; i < (way == ways_to_read().front() ? files.size() : 3); ++i) {
            ASSERT_TRUE(fs::exists(files[i])) << files[i];
            const json verdict = machine.verdict(fmt::format(fmt::runtime(way), files[i].string()));
            ASSERT_FALSE(verdict.is_null());
            EXPECT_EQ(verdict.at("outcome"), "does_not_compile") << way << files[i];
        }
    }
}

INSTANTIATE_TEST_SUITE_P(namespaces, HostileNeighbours, ::testing::Values("namespaces"), test::no_name);
INSTANTIATE_TEST_SUITE_P(landlock, HostileNeighbours, ::testing::Values("landlock"), test::no_name);

}  // namespace
}  // namespace atelier
