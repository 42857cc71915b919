using Microsoft.Win32.SafeHandles;

namespace DataConnectors.Sandbox.Containment;

/// <summary>The two pipes to the server, moved away from where anything else would write.</summary>
internal sealed record Channel(Stream Input, Stream Output)
{
    private const int ReadWrite = 2;
    private const string Nowhere = "/dev/null";

    /// <summary>Takes the standard streams; what is written to them afterwards goes nowhere.</summary>
    public static Channel Take()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Channel(Console.OpenStandardInput(), Console.OpenStandardOutput());
        }

        var input = NativeMethods.Duplicate(0);
        var output = NativeMethods.Duplicate(1);
        var nowhere = NativeMethods.Open(Nowhere, ReadWrite);
        foreach (var standard in (int[])[0, 1])
        {
            _ = NativeMethods.DuplicateTo(nowhere, standard);
        }

        _ = NativeMethods.Close(nowhere);
        return new Channel(Open(input, FileAccess.Read), Open(output, FileAccess.Write));
    }

    /// <summary>
    /// Gives the standard error away too: until here the server could read from it why the start failed, and sees now that it did not.
    /// </summary>
    public static void SilenceErrors()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = NativeMethods.DuplicateTo(1, 2);
        }
    }

    // Unbuffered: a message is written whole.
    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);
}
