using System.Runtime.InteropServices;

namespace DataConnectors.Sandbox.Containment;

/// <summary>
/// Makes the kernel refuse every call but those of <see cref="SystemCalls"/>, for all threads of this process, for good. A refused call
/// fails with EPERM instead of ending the process: the runtime asks for a few things it can do without.
/// </summary>
internal static class SystemCallFilter
{
    private const uint SetModeFilter = 1;
    private const uint AllThreads = 1;

    private const uint Allow = 0x7FFF_0000;
    private const uint Refuse = 0x0005_0000 | 1; // EPERM
    private const uint Unknown = 0x0005_0000 | 38; // ENOSYS

    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;

    private const uint CloneThread = 0x0001_0000;
    private const uint SetName = 15;
    private const uint SetMemoryName = 0x5356_4d41;

    /// <returns>Whether the filter holds now.</returns>
    public static bool Install()
    {
        if (SystemCalls.OfThisMachine() is not { } calls)
        {
            return false;
        }

        var program = Build(calls, (uint)NativeMethods.ProcessId());
        var handle = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            return NativeMethods.SystemCall(
                    calls.Seccomp,
                    SetModeFilter,
                    AllThreads,
                    new FilterProgram((ushort)program.Length, handle.AddrOfPinnedObject())
                ) == 0;
        }
        finally
        {
            handle.Free();
        }
    }

    private static Instruction[] Build(SystemCalls calls, uint processId) =>
        [
            Instruction.Load(ArchitectureOffset),
            Instruction.SkipIfEqual(calls.AuditArchitecture, 1),
            Instruction.Return(Refuse),
            Instruction.Load(NumberOffset),
            .. calls.Allowed.SelectMany<uint, Instruction>(number =>
                [Instruction.SkipUnlessEqual(number, 1), Instruction.Return(Allow)]
            ),
            Instruction.SkipUnlessEqual(calls.NewTask3, 1),
            Instruction.Return(Unknown),
            // clone: only with the flag that makes a thread of it.
            Instruction.SkipUnlessEqual(calls.NewTask, 4),
            Instruction.Load(Argument(0)),
            Instruction.SkipUnlessAnyBit(CloneThread, 1),
            Instruction.Return(Allow),
            Instruction.Return(Refuse),
            // tgkill: only this process.
            Instruction.SkipUnlessEqual(calls.SignalThread, 4),
            Instruction.Load(Argument(0)),
            Instruction.SkipUnlessEqual(processId, 1),
            Instruction.Return(Allow),
            Instruction.Return(Refuse),
            // sched_setaffinity: only the calling thread.
            Instruction.SkipUnlessEqual(calls.Affinity, 4),
            Instruction.Load(Argument(0)),
            Instruction.SkipUnlessEqual(0, 1),
            Instruction.Return(Allow),
            Instruction.Return(Refuse),
            // prctl: only names.
            Instruction.SkipUnlessEqual(calls.ProcessControl, 5),
            Instruction.Load(Argument(0)),
            Instruction.SkipIfEqual(SetName, 1),
            Instruction.SkipUnlessEqual(SetMemoryName, 1),
            Instruction.Return(Allow),
            Instruction.Return(Refuse),
            // prlimit64: only without new limits, a null pointer in both halves.
            Instruction.SkipUnlessEqual(calls.ResourceLimits, 5),
            Instruction.Load(Argument(2)),
            Instruction.SkipUnlessEqual(0, 3),
            Instruction.Load(Argument(2) + 4),
            Instruction.SkipUnlessEqual(0, 1),
            Instruction.Return(Allow),
            Instruction.Return(Refuse),
        ];

    // struct seccomp_data: number, architecture, instruction pointer, six arguments of eight bytes, the low half first.
    private static uint Argument(int index) => 16 + ((uint)index * 8);

    /// <summary><c>struct sock_filter</c>: one instruction of the kernel's packet filter.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Operand)
    {
        public static Instruction Load(uint offset) => new(0x20, 0, 0, offset);

        public static Instruction SkipIfEqual(uint value, byte count) => new(0x15, count, 0, value);

        public static Instruction SkipUnlessEqual(uint value, byte count) =>
            new(0x15, 0, count, value);

        public static Instruction SkipUnlessAnyBit(uint bits, byte count) =>
            new(0x45, 0, count, bits);

        public static Instruction Return(uint action) => new(0x06, 0, 0, action);
    }
}
