using DataConnectors.Core.Scripting.JavaScript.Wire;

namespace DataConnectors.Sandbox.Running;

/// <summary>Answers requests, each by a new interpreter.</summary>
internal sealed class Worker
{
    // How often what is left after a run is looked at, and how much of it wears the worker out.
    private const int RunsBetweenLooks = 2_000;
    private const long MaxGrowthBytes = 24 * 1024 * 1024;

    private readonly WorkerLimits limits;
    private readonly Faults faults;
    private readonly Transform transform;
    private readonly Expressions expressions;
    private readonly FrameWriter writer = new();
    private long baseline;
    private long bareBytes;
    private long runs;
    private bool isWornOut;

    public Worker(WorkerLimits limits)
    {
        this.limits = limits;
        faults = new Faults(limits);
        var engines = new Engines(limits);
        var scripts = new PreparedScripts();
        transform = new Transform(limits, engines, scripts);
        expressions = new Expressions(limits, engines, scripts, faults);
    }

    /// <summary>The message that answers this one.</summary>
    public FrameWriter Answer(ReadOnlyMemory<byte> message)
    {
        var request = new FrameReader(message);
        var kind = (WorkerRequest)request.Byte();
        var nonce = request.Int64();
        var run = new Run(limits, bareBytes);
        Answer answer;
        try
        {
            answer = kind switch
            {
                WorkerRequest.Transform => transform.Run(request, run),
                WorkerRequest.Evaluate => expressions.Run(request, run),
                WorkerRequest.CheckScript => SyntaxCheck.Script(request.Text()),
                _ => SyntaxCheck.Expression(request.Text()),
            };
        }
        catch (Exception exception)
        {
            answer = new Answer.Failed(faults.From(exception, run));
        }

        run.Stop();
        var fault = (answer as Answer.Failed)?.Fault;
        isWornOut |= fault?.Status == WorkerStatus.OutOfMemory;
        new WorkerReply(
            nonce,
            fault?.Status ?? WorkerStatus.Completed,
            isWornOut,
            fault?.Line ?? 0,
            fault?.Message ?? "",
            fault?.Summary ?? "",
            run.Printer.Text,
            run.Printer.IsTruncated,
            run.Duration,
            run.PeakMemoryBytes
        ).WriteTo(writer.Begin());
        (answer as Answer.Given)?.Write(writer);
        return writer;
    }

    /// <summary>Remembers what the worker takes without a run.</summary>
    public void TakeBaseline()
    {
        baseline = GC.GetTotalMemory(forceFullCollection: true);
        bareBytes = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
    }

    /// <summary>After a reply was sent: now and then sees whether memory stays taken.</summary>
    public void Rest()
    {
        if (++runs % RunsBetweenLooks == 0)
        {
            isWornOut |= GC.GetTotalMemory(forceFullCollection: true) - baseline > MaxGrowthBytes;
        }
    }
}
