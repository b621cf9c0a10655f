// SPDX-License-Identifier: MIT
//
// The list is one of permissions, so that a call which Linux learns tomorrow is refused: EPERM, « Operation not permitted ».
//
// Some arguments are looked at, because what they ask for would escape the other walls:
//   - mmap: memory that is shared without a file, or that grows downwards, is not counted by RLIMIT_DATA;
//   - kill and its like: without a pid namespace, this user's other processes are within reach;
//   - names given to chmod, chown, truncate, utime: Landlock does not look at these calls at all;
//   - clone: a thread shares its memory, so one limit bounds them all; a process would have its own. LeakSanitizer makes one
//     that is neither, by flags of its own, and stops the program with ptrace; process 1 must not be stopped;
//   - fcntl: the owner of a descriptor can have any signal sent to anybody;
//   - prctl: a program must not forget to die with whoever runs it, nor hide from whoever looks at it.
#include "sandbox/system_calls.hpp"

#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <cerrno>
#include <initializer_list>
#include <span>

namespace atelier::box {

namespace {

constexpr int files[] = {SCMP_SYS(read),
                         SCMP_SYS(write),
                         SCMP_SYS(readv),
                         SCMP_SYS(writev),
                         SCMP_SYS(pread64),
                         SCMP_SYS(pwrite64),
                         SCMP_SYS(preadv),
                         SCMP_SYS(pwritev),
                         SCMP_SYS(preadv2),
                         SCMP_SYS(pwritev2),
                         SCMP_SYS(open),
                         SCMP_SYS(openat),
                         SCMP_SYS(creat),
                         SCMP_SYS(close),
                         SCMP_SYS(close_range),
                         SCMP_SYS(dup),
                         SCMP_SYS(dup2),
                         SCMP_SYS(dup3),
                         SCMP_SYS(stat),
                         SCMP_SYS(fstat),
                         SCMP_SYS(lstat),
                         SCMP_SYS(newfstatat),
                         SCMP_SYS(statx),
                         SCMP_SYS(access),
                         SCMP_SYS(faccessat),
                         SCMP_SYS(faccessat2),
                         SCMP_SYS(lseek),
                         SCMP_SYS(ftruncate),
                         SCMP_SYS(fallocate),
                         SCMP_SYS(fsync),
                         SCMP_SYS(fdatasync),
                         SCMP_SYS(sync_file_range),
                         SCMP_SYS(rename),
                         SCMP_SYS(renameat),
                         SCMP_SYS(renameat2),
                         SCMP_SYS(unlink),
                         SCMP_SYS(unlinkat),
                         SCMP_SYS(mkdir),
                         SCMP_SYS(mkdirat),
                         SCMP_SYS(rmdir),
                         SCMP_SYS(link),
                         SCMP_SYS(linkat),
                         SCMP_SYS(symlink),
                         SCMP_SYS(symlinkat),
                         SCMP_SYS(readlink),
                         SCMP_SYS(readlinkat),
                         SCMP_SYS(fchmod),
                         SCMP_SYS(fchown),
                         SCMP_SYS(umask),
                         SCMP_SYS(getcwd),
                         SCMP_SYS(chdir),
                         SCMP_SYS(fchdir),
                         SCMP_SYS(getdents),
                         SCMP_SYS(getdents64),
                         SCMP_SYS(statfs),
                         SCMP_SYS(fstatfs),
                         SCMP_SYS(pipe),
                         SCMP_SYS(pipe2),
                         SCMP_SYS(poll),
                         SCMP_SYS(ppoll),
                         SCMP_SYS(select),
                         SCMP_SYS(pselect6),
                         SCMP_SYS(epoll_create),
                         SCMP_SYS(epoll_create1),
                         SCMP_SYS(epoll_ctl),
                         SCMP_SYS(epoll_wait),
                         SCMP_SYS(epoll_pwait),
                         SCMP_SYS(eventfd),
                         SCMP_SYS(eventfd2),
                         SCMP_SYS(sendfile),
                         SCMP_SYS(copy_file_range),
                         SCMP_SYS(fadvise64),
                         SCMP_SYS(readahead)};

constexpr int memory_and_threads[] = {SCMP_SYS(mprotect),
                                      SCMP_SYS(munmap),
                                      SCMP_SYS(mremap),
                                      SCMP_SYS(madvise),
                                      SCMP_SYS(mincore),
                                      SCMP_SYS(msync),
                                      SCMP_SYS(brk),
                                      SCMP_SYS(mlock),
                                      SCMP_SYS(munlock),
                                      SCMP_SYS(membarrier),
                                      SCMP_SYS(futex),
                                      SCMP_SYS(set_robust_list),
                                      SCMP_SYS(get_robust_list),
                                      SCMP_SYS(set_tid_address),
                                      SCMP_SYS(rseq),
                                      SCMP_SYS(arch_prctl),
                                      SCMP_SYS(sched_yield),
                                      SCMP_SYS(sched_getaffinity),
                                      SCMP_SYS(sched_getparam),
                                      SCMP_SYS(sched_getscheduler),
                                      SCMP_SYS(sched_get_priority_max),
                                      SCMP_SYS(sched_get_priority_min),
                                      SCMP_SYS(getcpu),
                                      SCMP_SYS(exit),
                                      SCMP_SYS(exit_group),
                                      SCMP_SYS(wait4),
                                      SCMP_SYS(waitid),
                                      SCMP_SYS(restart_syscall)};

constexpr int signals_and_time[] = {SCMP_SYS(rt_sigaction),
                                    SCMP_SYS(rt_sigprocmask),
                                    SCMP_SYS(rt_sigreturn),
                                    SCMP_SYS(rt_sigpending),
                                    SCMP_SYS(rt_sigtimedwait),
                                    SCMP_SYS(rt_sigsuspend),
                                    SCMP_SYS(sigaltstack),
                                    SCMP_SYS(pause),
                                    SCMP_SYS(alarm),
                                    SCMP_SYS(getitimer),
                                    SCMP_SYS(setitimer),
                                    SCMP_SYS(timer_create),
                                    SCMP_SYS(timer_settime),
                                    SCMP_SYS(timer_gettime),
                                    SCMP_SYS(timer_getoverrun),
                                    SCMP_SYS(timer_delete),
                                    SCMP_SYS(nanosleep),
                                    SCMP_SYS(clock_nanosleep),
                                    SCMP_SYS(clock_gettime),
                                    SCMP_SYS(clock_getres),
                                    SCMP_SYS(gettimeofday),
                                    SCMP_SYS(time),
                                    SCMP_SYS(times)};

constexpr int about_itself[] = {SCMP_SYS(getpid),    SCMP_SYS(gettid),    SCMP_SYS(getppid),   SCMP_SYS(getpgrp),
                                SCMP_SYS(getpgid),   SCMP_SYS(getsid),    SCMP_SYS(getuid),    SCMP_SYS(geteuid),
                                SCMP_SYS(getgid),    SCMP_SYS(getegid),   SCMP_SYS(getresuid), SCMP_SYS(getresgid),
                                SCMP_SYS(getgroups), SCMP_SYS(capget),    SCMP_SYS(uname),     SCMP_SYS(sysinfo),
                                SCMP_SYS(getrusage), SCMP_SYS(getrlimit), SCMP_SYS(setrlimit), SCMP_SYS(getpriority),
                                SCMP_SYS(getrandom)};

constexpr int of_tools[] = {SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(execve), SCMP_SYS(chmod), SCMP_SYS(fchmodat)};

/// The C library tries these first and takes ENOSYS for an old kernel, which it goes round.
constexpr int too_new[] = {SCMP_SYS(clone3), SCMP_SYS(openat2), SCMP_SYS(epoll_pwait2)};

constexpr unsigned long new_namespaces =
    CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWCGROUP;

/// The process with which LeakSanitizer stops the others, to look at their memory.
constexpr unsigned long leak_tracer = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_UNTRACED;

/// Rules added one by one; the first failure is kept.
class Filter {
public:
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;
    ~Filter() { seccomp_release(context_); }

    void allow(std::span<const int> calls)
    {
        for (const int call : calls) {
            allow(call, {});
        }
    }

    /// Allows `call` when all of `conditions` hold; several calls of this make several ways.
    void allow(int call, std::initializer_list<scmp_arg_cmp> conditions) { add(SCMP_ACT_ALLOW, call, conditions); }

    void deny(std::span<const int> calls, int error)
    {
        for (const int call : calls) {
            add(SCMP_ACT_ERRNO(static_cast<unsigned>(error)), call, {});
        }
    }

    [[nodiscard]] int load()
    {
        if (failure_ == 0) {
            failure_ = seccomp_attr_set(context_, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree instead of a long list
        }
        if (failure_ == 0) {
            failure_ = seccomp_load(context_);
        }
        return -failure_;
    }

private:
    void add(unsigned action, int call, std::initializer_list<scmp_arg_cmp> conditions)
    {
        if (context_ == nullptr) {
            failure_ = -ENOMEM;
        } else if (failure_ == 0) {
            failure_ = seccomp_rule_add_array(context_, action, call, static_cast<unsigned>(conditions.size()),
                                              conditions.begin());
        }
    }

    scmp_filter_ctx context_;
    int failure_ = 0;
};

constexpr scmp_arg_cmp equals(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }

/// That argument, of the bits of `mask`, has those of `value` and no other.
constexpr scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t value)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

void allow_some_arguments(Filter& filter)
{
    const auto self = static_cast<scmp_datum_t>(::getpid());  // execution keeps it
    for (const int call : {SCMP_SYS(kill), SCMP_SYS(tgkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo),
                           SCMP_SYS(prlimit64)}) {
        filter.allow(call, {masked(0, 0xFFFFFFFF, self)});
    }
    filter.allow(SCMP_SYS(prlimit64), {masked(0, 0xFFFFFFFF, 0)});
    filter.allow(SCMP_SYS(mmap), {masked(3, MAP_ANONYMOUS | MAP_GROWSDOWN, 0)});
    filter.allow(SCMP_SYS(mmap), {masked(3, MAP_ANONYMOUS | MAP_GROWSDOWN | MAP_SHARED, MAP_ANONYMOUS)});
    filter.allow(SCMP_SYS(utimensat), {equals(1, 0)});             // no name: of a file that is open
    filter.allow(SCMP_SYS(personality), {equals(0, 0xFFFFFFFF)});  // only asks
    for (const int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW,
                              F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_ADD_SEALS, F_GET_SEALS}) {
        filter.allow(SCMP_SYS(fcntl), {masked(1, 0xFFFFFFFF, static_cast<scmp_datum_t>(command))});
    }
    for (const unsigned long request : {TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIOCLEX, FIONCLEX}) {
        filter.allow(SCMP_SYS(ioctl), {masked(1, 0xFFFFFFFF, request)});
    }
    filter.allow(SCMP_SYS(prctl), {masked(0, 0xFFFFFFFF, PR_SET_DUMPABLE), equals(1, 1)});
    for (const int option : {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_SET_PTRACER, PR_SET_VMA, PR_CAPBSET_READ,
                             PR_GET_NO_NEW_PRIVS}) {
        filter.allow(SCMP_SYS(prctl), {masked(0, 0xFFFFFFFF, static_cast<scmp_datum_t>(option))});
    }
}

void allow_leak_tracer(Filter& filter)
{
    for (const int request : {PTRACE_GETREGS, PTRACE_GETREGSET, PTRACE_CONT, PTRACE_KILL, PTRACE_DETACH}) {
        filter.allow(SCMP_SYS(ptrace), {equals(0, static_cast<scmp_datum_t>(request))});
    }
    for (unsigned bit = 1; bit < 32; ++bit) {  // any process but 0 and 1, of whose number the kernel takes 32 bits
        filter.allow(SCMP_SYS(ptrace),
                     {equals(0, PTRACE_ATTACH), masked(1, scmp_datum_t{1} << bit, scmp_datum_t{1} << bit)});
    }
}

}  // namespace

int filter_system_calls(Caller caller, int program)
{
    Filter filter;
    filter.allow(files);
    filter.allow(memory_and_threads);
    filter.allow(signals_and_time);
    filter.allow(about_itself);
    allow_some_arguments(filter);
    if (caller == Caller::tools) {
        filter.allow(of_tools);
        filter.allow(SCMP_SYS(clone), {masked(0, new_namespaces, 0)});
    } else {
        filter.allow(SCMP_SYS(clone),
                     {masked(0, new_namespaces | CLONE_VM | CLONE_VFORK | CLONE_THREAD, CLONE_VM | CLONE_THREAD)});
        filter.allow(SCMP_SYS(clone), {equals(0, leak_tracer)});
        allow_leak_tracer(filter);
        filter.allow(SCMP_SYS(execveat), {masked(0, 0xFFFFFFFF, static_cast<scmp_datum_t>(program))});
    }
    filter.deny(too_new, ENOSYS);
    return filter.load();
}

}  // namespace atelier::box
