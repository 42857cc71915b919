namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>How a request ended in the worker.</summary>
internal enum WorkerStatus : byte
{
    /// <summary>As asked: what follows is the result.</summary>
    Completed = 0,

    /// <summary>The code does not compile.</summary>
    Syntax = 1,

    /// <summary>There is no function <c>transform</c>.</summary>
    MissingFunction = 2,

    /// <summary>The code raised an error.</summary>
    Raised = 3,

    /// <summary>It did not end in time.</summary>
    TimedOut = 4,

    /// <summary>It wanted too much memory.</summary>
    OutOfMemory = 5,

    /// <summary>It gave what JSON cannot carry.</summary>
    NotJson = 6,

    /// <summary>It gave too much.</summary>
    TooLarge = 7,
}

/// <summary>
/// The head of a reply, the same for every kind of request. When <see cref="Status"/> is <see cref="WorkerStatus.Completed"/> there
/// follows: for a transform the result as JSON; for expressions, for each, whether it failed and its JSON or the fault; for a check
/// the number of diagnostics, and of each the line, the column, their ends and the message.
/// </summary>
/// <param name="Nonce">The request's number.</param>
/// <param name="Status">How it ended.</param>
/// <param name="IsWornOut">Whether the worker wants to be replaced.</param>
/// <param name="Line">The line to blame, from 1; 0 for none.</param>
/// <param name="Message">Why there is no result, as a sentence; empty when there is one.</param>
/// <param name="Summary">The same without the error's own text; empty when there is none.</param>
/// <param name="Printed">What was printed.</param>
/// <param name="IsPrintedTruncated">Whether more was printed.</param>
/// <param name="Duration">How long the code ran.</param>
/// <param name="PeakMemoryBytes">What it took beyond the bare worker.</param>
internal sealed record WorkerReply(
    long Nonce,
    WorkerStatus Status,
    bool IsWornOut,
    int Line,
    string Message,
    string Summary,
    string Printed,
    bool IsPrintedTruncated,
    TimeSpan Duration,
    long PeakMemoryBytes
)
{
    public FrameWriter WriteTo(FrameWriter writer) =>
        writer
            .Int64(Nonce)
            .Byte((byte)Status)
            .Flag(IsWornOut)
            .Int32(Line)
            .Text(Message)
            .Text(Summary)
            .Text(Printed)
            .Flag(IsPrintedTruncated)
            .Int64(Duration.Ticks)
            .Int64(PeakMemoryBytes);

    public static WorkerReply ReadFrom(FrameReader reader) =>
        new(
            reader.Int64(),
            (WorkerStatus)reader.Byte(),
            reader.Flag(),
            reader.Int32(),
            reader.Text(),
            reader.Text(),
            reader.Text(),
            reader.Flag(),
            TimeSpan.FromTicks(reader.Int64()),
            reader.Int64()
        );
}
