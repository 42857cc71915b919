using DataConnectors.Core.Scripting.JavaScript.Wire;
using DataConnectors.Sandbox.Containment;
using DataConnectors.Sandbox.Running;

namespace DataConnectors.Sandbox;

/// <summary>
/// A worker for untrusted JavaScript: reads limits, makes itself ready, locks itself in, says whether the kernel's filter holds, and
/// then answers requests one after another until its input ends.
/// </summary>
internal static class Program
{
    // Scripts recurse on this stack; memory is taken only as deep as they go.
    private const int StackBytes = 64 * 1024 * 1024;

    public static int Main()
    {
        Container.Separate();
        InheritedDescriptors.Close();
        var channel = Channel.Take();
        if (Frames.Read(channel.Input) is not { } first)
        {
            return 1;
        }

        var limits = WorkerLimits.ReadFrom(new FrameReader(first));
        using var requests = new RequestSlot();
        var scripts = new Thread(() => Answer(channel.Output, limits, requests), StackBytes)
        {
            IsBackground = true,
            Name = "Scripts",
        };
        scripts.Start();

        // This thread only reads: when the server has gone, the input ends and the process with it, whatever a script is doing.
        while (Frames.Read(channel.Input) is { } request)
        {
            requests.Put(request);
        }

        Exit();
        return 0;
    }

    private static void Answer(Stream output, WorkerLimits limits, RequestSlot requests)
    {
        var worker = new Worker(limits);
        Container.LoadEverything();
        WarmUp.Run(worker);
        worker.TakeBaseline();
        var isFiltered = Container.Lock();
        Container.Try();
        WarmUp.RunOnce(worker);
        new FrameWriter().Flag(isFiltered).SendTo(output);
        Channel.SilenceErrors();
        while (true)
        {
            worker.Answer(requests.Take()).SendTo(output);
            worker.Rest();
        }
    }

    // Without running finalizers or anything else that could wait for a script.
    private static void Exit()
    {
        if (OperatingSystem.IsLinux())
        {
            NativeMethods.Exit(0);
        }

        Environment.Exit(0);
    }
}
