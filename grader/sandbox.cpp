// SPDX-License-Identifier: MIT
//
// Theory of operation
//
// Every untrusted program goes through run_in(): the compiler, the linker, the symbolizer, the program itself. What they
// need differs, so there are two kinds of boxes: with tools, where trusted programs start each other on hostile files; and
// without, where the hostile program itself runs, alone: it may start threads, never a process.
//
// Tier `namespaces`. The steps into the box are, in order:
//
//   1. Our child, still ordinary: a session of its own, descriptors 0 to 4 only, the limits on CPU, data, file size and
//      descriptors; first to be killed when memory runs out; when we are root, a drop to a user that nobody else is; death
//      with whoever started it. (process.cpp)
//   2. atelier-enter as a guard, then bubblewrap, unprivileged: a user namespace in which no other can be made
//      (--disable-userns), then mount, pid, network, ipc, uts and cgroup namespaces. The root is an empty tmpfs, read-only in
//      the end. A box with tools shows /usr/lib, /usr/bin and /usr/include; one without shows the few libraries that
//      programs are linked with, each by itself. /dev holds null only. /proc is there when LeakSanitizer needs it, and shows
//      the box's processes. The environment is cleared. No new privileges.
//   3. atelier-enter, inside: the limit on processes, which counts per user namespace only when set from within, and which
//      would not bind root at all. It stays as the first process of the namespace, which nobody can look into, and goes on in
//      a child: the filter of system calls (sandbox/system_calls.cpp); then the program, executed from a
//      descriptor that nothing can take the place of, so that the filter can refuse every other execution.
//
// The pid namespace is what makes the end certain: its first process is killed and waited for, and the kernel reports its
// end only after that of every process inside.
//
// Tier `landlock`, where no namespace can be made. Step 1 is the same, there is no step 2, and atelier-enter adds the rules
// of sandbox/landlock.cpp: the same files as above, by their real paths. What namespaces would have hidden, the filter
// refuses by its arguments: signals to others, file modes by name. Nobody can leave the process group, and orphans come
// back to us: the group is killed and waited for as one. The names of files outside can be asked for, never their content.
//
// What no limit of the kernel's bounds is looked at every 25 milliseconds (patrol.hpp). Memory: RLIMIT_AS cannot be used,
// because AddressSanitizer reserves terabytes of address space; RLIMIT_DATA is set to what an empty sanitized program
// already counts (measured once, toolchain.cpp) plus the program's budget; shared memory without a file, which escapes it,
// is refused by the filter; writing straight into AddressSanitizer's reserve is what the look is for. Files: where
// namespaces work the program's folder is a tmpfs with a size and a number of files (check/scene.hpp); elsewhere it is
// looked at.
//
// If we die, at whatever moment, so does all that we began. A signal at our death reaches one process only, and bubblewrap
// passes it on only once it has begun; so the guard, and the first process of every box, watch the other end of the pipe that
// they write to: when nobody reads any more, they take their group or their namespace along.
//
// In tier `none` only step 1 is left. Nothing then separates the program from its user's files.
#include "sandbox.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

/// Of no Debian package, and low enough for the containers that know 65,536 users.
constexpr uid_t box_user = 65100;
constexpr std::size_t temporary_bytes = std::size_t{64} << 20;
const fs::path enter_inside = "/entrer";
constexpr std::array system_libraries{"/usr/lib", "/usr/lib32", "/usr/lib64"};
constexpr std::array system_tools{"/usr/bin", "/usr/include"};

void add(std::vector<std::string>& list, std::initializer_list<std::string> more) { list.insert(list.end(), more); }

/// What a box shows of the machine's own files.
std::vector<fs::path> system_files(const Box& box)
{
    if (!box.tools && !box.libraries.empty()) {
        return box.libraries;
    }
    std::vector<fs::path> files(system_libraries.begin(), system_libraries.end());
    if (box.tools) {
        files.insert(files.end(), system_tools.begin(), system_tools.end());
    }
    std::erase_if(files, [](const fs::path& path) { return ::access(path.c_str(), F_OK) != 0; });
    return files;
}

std::vector<std::string> bubblewrap_arguments(const Box& box)
{
    std::vector<std::string> a{box.enter.string(), "--guard", bubblewrap().value_or("/usr/bin/bwrap").string()};
    add(a, {"--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session", "--as-pid-1",
            "--clearenv", "--json-status-fd", "4"});
    for (const fs::path& path : system_files(box)) {
        add(a, {"--ro-bind", path.string(), path.string()});
    }
    if (box.tools) {
        add(a, {"--symlink", "usr/bin", "/bin"});
    }
    add(a, {"--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"});
    add(a, {"--dir", "/dev", "--dev-bind", "/dev/null", "/dev/null"});
    if (box.proc) {
        add(a, {"--proc", "/proc"});
    }
    if (box.temporary.empty()) {
        add(a, {"--size", std::to_string(temporary_bytes), "--tmpfs", "/tmp"});
    } else {
        add(a, {"--bind", box.temporary.string(), "/tmp"});
    }
    add(a, {"--ro-bind", box.enter.string(), enter_inside.string()});
    for (const Mount& mount : box.mounts) {
        add(a, {mount.writable ? "--bind" : "--ro-bind", mount.host.string(), mount.inside.string()});
    }
    add(a, {"--bind", box.folder.host.string(), box.folder.inside.string(), "--remount-ro", "/", "--chdir",
            box.folder.inside.string()});
    return a;
}

std::vector<std::string> environment_of(const Box& box)
{
    const std::string temporary = box.tier == Tier::namespaces ? "/tmp"
                                  : box.temporary.empty()      ? box.folder.host.string()
                                                               : box.temporary.string();
    std::vector<std::string> all{
        "PATH=/usr/bin",
        "LC_ALL=C.UTF-8",
        "TMPDIR=" + temporary,
        "HOME=" + box.at(box.folder.host).string(),
        // Reports are symbolized outside, when there is one (check/execution.cpp).
        "ASAN_OPTIONS=symbolize=0:detect_leaks=" + std::string(box.proc ? "1" : "0") +
            ":exitcode=66:handle_abort=1:allocator_may_return_null=0:print_summary=0:detect_stack_use_after_return=1",
        "UBSAN_OPTIONS=symbolize=0:print_stacktrace=0:halt_on_error=1:exitcode=66",
        "LSAN_OPTIONS=exitcode=67:print_suppressions=0",
    };
    all.insert(all.end(), box.variables.begin(), box.variables.end());
    return all;
}

std::vector<std::string> enter_options(const Box& box)
{
    return box.tools ? std::vector<std::string>{"--tools"} : std::vector<std::string>{};
}

/// Throws Error when a limit of our own, which no child of ours can raise, is lower than what `limits` grants: what fails
/// for want of it would be taken for the program's fault.
void require_own_limits(const Limits& limits)
{
    struct Need {
        __rlimit_resource resource;
        rlim_t most;
        const char* option;  ///< of ulimit
    };
    for (const Need& need : {Need{RLIMIT_NOFILE, open_files, "-n"}, Need{RLIMIT_AS, RLIM_INFINITY, "-v"},
                             Need{RLIMIT_DATA, limits.memory_bytes, "-d"}, Need{RLIMIT_FSIZE, limits.file_bytes, "-f"},
                             Need{RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_time.count()) + 1, "-t"},
                             Need{RLIMIT_STACK, rlim_t{8} << 20U, "-s"}}) {
        rlimit ours{};
        if (::getrlimit(need.resource, &ours) == 0 && ours.rlim_max < need.most) {
            throw Error(tr(
                "Cette session limite ses programmes (ulimit {}) à moins qu'il n'en faut aux réponses. Relevez cette limite, puis recommencez.",
                need.option));
        }
    }
}

[[noreturn]] void refuse(const std::string& reason)
{
    throw Error(tr("Le bac à sable n'a pas pu être construit ({}). « ./atelier doctor » dit pourquoi et quoi faire.",
                   reason.substr(0, reason.find('\n'))));
}

/// What an honest program that respects its other limits never comes near.
Bounds bounds_of(const Box& box, const Limits& limits)
{
    const std::size_t data = std::min(limits.memory_bytes, std::size_t{1} << 40U);
    return {.resident_bytes = 2 * data + (std::size_t{128} << 20U),
            .threads = limits.processes,
            .folder = box.folder.host,
            .folder_bytes = 2 * limits.file_bytes,
            .folder_entries = 4096};
}

Outcome run_in_namespaces(const Box& box, const std::vector<std::string>& arguments, Command command)
{
    command.arguments = bubblewrap_arguments(box);
    for (const std::string& variable : environment_of(box)) {
        const std::size_t equals = variable.find('=');
        add(command.arguments, {"--setenv", variable.substr(0, equals), variable.substr(equals + 1)});
    }
    add(command.arguments, {"--", enter_inside.string(), "--processes", std::to_string(command.limits.processes)});
    for (const std::vector<std::string>& more : {enter_options(box), {"--"}, arguments}) {
        command.arguments.insert(command.arguments.end(), more.begin(), more.end());
    }
    command.folder = "/";
    command.holder = Command::Holder::pid_namespace;

    Outcome outcome = run(command);
    if (outcome.end == Outcome::End::exited && outcome.status.find("\"exit-code\"") == std::string::npos) {
        refuse(outcome.err);
    }
    if (outcome.end == Outcome::End::exited && outcome.code > 128 &&
        outcome.code <= 128 + SIGRTMAX) {  // how bubblewrap tells a signal
        outcome.end = Outcome::End::signaled;
        outcome.code -= 128;
    }
    return outcome;
}

Outcome run_in_landlock(const Box& box, const std::vector<std::string>& arguments, Command command)
{
    std::vector<std::string>& a = command.arguments;
    a = {box.enter.string()};
    for (const std::string& option : enter_options(box)) {
        a.push_back(option);
    }
    for (const fs::path& path : system_files(box)) {
        add(a, {"--read", path.string()});
    }
    std::vector<Mount> mounts = box.mounts;
    mounts.push_back(box.folder);
    mounts.push_back({"/dev/null", {}, true});
    if (!box.temporary.empty()) {
        mounts.push_back({box.temporary, {}, true});
    }
    for (const Mount& mount : mounts) {
        add(a, {mount.writable ? "--write" : "--read", mount.host.string()});
    }
    if (box.proc) {
        add(a, {"--proc"});
    }
    add(a, {"--"});
    a.insert(a.end(), arguments.begin(), arguments.end());
    command.folder = box.folder.host;
    command.environment = environment_of(box);
    command.holder = Command::Holder::closed_group;

    Outcome outcome = run(command);
    if (!outcome.status.empty()) {
        refuse(outcome.status);
    }
    return outcome;
}

}  // namespace

std::string_view name_of(Tier tier)
{
    switch (tier) {
        case Tier::namespaces: return "namespaces";
        case Tier::landlock: return "landlock";
        case Tier::none: break;
    }
    return "none";
}

std::optional<Tier> tier_named(std::string_view name)
{
    const auto* found = std::find_if(all_tiers.begin(), all_tiers.end(), [&](Tier t) { return name_of(t) == name; });
    return found == all_tiers.end() ? std::nullopt : std::optional(*found);
}

fs::path Box::at(const fs::path& host) const
{
    if (tier != Tier::namespaces) {
        return host;
    }
    std::vector<Mount> all = mounts;
    all.push_back(folder);
    for (const Mount& mount : all) {
        const fs::path below = host.lexically_relative(mount.host);
        if (!below.empty() && *below.begin() != "..") {
            return below == "." ? mount.inside : mount.inside / below;
        }
    }
    throw Error("Box::at: " + host.string() + " is mounted nowhere");
}

Outcome run_in(const Box& box, const std::vector<std::string>& arguments, const Limits& limits, std::string_view input)
{
    require_own_limits(limits);
    Command command{.arguments = arguments,
                    .folder = box.folder.host,
                    .environment = environment_of(box),
                    .input = std::string(input),
                    .limits = limits,
                    .identity = sandbox_identity()};
    if (!box.tools) {
        command.bounds = bounds_of(box, limits);
    }
    switch (box.tier) {
        case Tier::namespaces: return run_in_namespaces(box, arguments, std::move(command));
        case Tier::landlock: return run_in_landlock(box, arguments, std::move(command));
        case Tier::none: break;
    }
    return run(command);
}

std::optional<Identity> sandbox_identity()
{
    if (::geteuid() != 0) {
        return std::nullopt;
    }
    return Identity{box_user, box_user};
}

void give_to_sandbox(const fs::path& path)
{
    const std::optional<Identity> identity = sandbox_identity();
    if (identity && ::lchown(path.c_str(), identity->user, identity->group) != 0) {
        throw system_error(tr("Impossible de préparer {}", path.string()));
    }
}

void share_with_sandbox(const fs::path& path)
{
    if (sandbox_identity() && ::chmod(path.c_str(), 0711) != 0) {
        throw system_error(tr("Impossible de préparer {}", path.string()));
    }
}

void take_from_sandbox(const fs::path& path)
{
    if (!sandbox_identity()) {
        return;
    }
    const auto take = [](const fs::path& one) {
        if (::lchown(one.c_str(), ::geteuid(), ::getegid()) != 0) {
            throw system_error(tr("Impossible de préparer {}", one.string()));
        }
    };
    take(path);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
        take(entry.path());
    }
}

std::optional<fs::path> bubblewrap()
{
    for (const char* path : {"/usr/bin/bwrap", "/usr/local/bin/bwrap"}) {
        if (::access(path, X_OK) == 0) {
            return path;
        }
    }
    return std::nullopt;
}

}  // namespace atelier
