using System.Runtime.InteropServices;

namespace DataConnectors.Sandbox.Containment;

/// <summary>
/// What a managed program that has loaded everything still asks of the kernel: memory, threads, locks, clocks, and reading and writing
/// the pipes it has. Everything else, such as open, socket, connect, execve, fork, kill and ptrace, is refused.
/// </summary>
/// <param name="AuditArchitecture">How the kernel names the architecture in a filter.</param>
/// <param name="Seccomp">The number of <c>seccomp</c> itself.</param>
/// <param name="NewTask"><c>clone</c>, allowed for threads only.</param>
/// <param name="NewTask3"><c>clone3</c>: its flags are out of a filter's reach; refused as unknown, whereupon the C library uses <paramref name="NewTask"/>.</param>
/// <param name="SignalThread"><c>tgkill</c>, allowed for this process only.</param>
/// <param name="ProcessControl"><c>prctl</c>, allowed for naming threads and memory only.</param>
/// <param name="ResourceLimits"><c>prlimit64</c>, allowed for reading only.</param>
/// <param name="Affinity"><c>sched_setaffinity</c>, allowed for the calling thread only: the runtime asks for it in every thread it starts.</param>
/// <param name="Allowed">Allowed whatever the arguments.</param>
internal sealed record SystemCalls(
    uint AuditArchitecture,
    int Seccomp,
    uint NewTask,
    uint NewTask3,
    uint SignalThread,
    uint ProcessControl,
    uint ResourceLimits,
    uint Affinity,
    uint[] Allowed
)
{
    /// <summary>Those of this machine; null when its numbers are not known here.</summary>
    public static SystemCalls? OfThisMachine() =>
        RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => X64,
            Architecture.Arm64 => Arm64,
            _ => null,
        };

    private static SystemCalls X64 { get; } =
        new(
            AuditArchitecture: 0xC000_003E,
            Seccomp: 317,
            NewTask: 56,
            NewTask3: 435,
            SignalThread: 234,
            ProcessControl: 157,
            ResourceLimits: 302,
            Affinity: 203,
            Allowed:
            [
                202, // futex
                0, // read
                1, // write
                28, // madvise
                9, // mmap
                11, // munmap
                10, // mprotect
                25, // mremap
                12, // brk
                3, // close
                5, // fstat
                7, // poll
                8, // lseek
                13, // rt_sigaction
                14, // rt_sigprocmask
                15, // rt_sigreturn
                17, // pread64
                19, // readv
                20, // writev
                24, // sched_yield
                27, // mincore
                35, // nanosleep
                39, // getpid
                60, // exit
                96, // gettimeofday
                97, // getrlimit
                98, // getrusage
                99, // sysinfo
                131, // sigaltstack
                186, // gettid
                204, // sched_getaffinity
                219, // restart_syscall
                228, // clock_gettime
                229, // clock_getres
                230, // clock_nanosleep
                231, // exit_group
                239, // get_mempolicy
                273, // set_robust_list
                293, // pipe2: every thread of the runtime has one
                309, // getcpu
                318, // getrandom
                324, // membarrier
                334, // rseq
            ]
        );

    private static SystemCalls Arm64 { get; } =
        new(
            AuditArchitecture: 0xC000_00B7,
            Seccomp: 277,
            NewTask: 220,
            NewTask3: 435,
            SignalThread: 131,
            ProcessControl: 167,
            ResourceLimits: 261,
            Affinity: 122,
            Allowed:
            [
                98, // futex
                63, // read
                64, // write
                233, // madvise
                222, // mmap
                215, // munmap
                226, // mprotect
                216, // mremap
                214, // brk
                57, // close
                80, // fstat
                73, // ppoll
                62, // lseek
                134, // rt_sigaction
                135, // rt_sigprocmask
                139, // rt_sigreturn
                67, // pread64
                65, // readv
                66, // writev
                124, // sched_yield
                232, // mincore
                101, // nanosleep
                172, // getpid
                93, // exit
                169, // gettimeofday
                163, // getrlimit
                165, // getrusage
                179, // sysinfo
                132, // sigaltstack
                178, // gettid
                123, // sched_getaffinity
                128, // restart_syscall
                113, // clock_gettime
                114, // clock_getres
                115, // clock_nanosleep
                94, // exit_group
                236, // get_mempolicy
                99, // set_robust_list
                59, // pipe2: every thread of the runtime has one
                168, // getcpu
                278, // getrandom
                283, // membarrier
                293, // rseq
            ]
        );
}
