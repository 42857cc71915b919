namespace DataConnectors.Core.Scripting.JavaScript.Wire;

/// <summary>What a worker is told first: what one run may use.</summary>
/// <param name="Time">How long it may take.</param>
/// <param name="MemoryBytes">How much memory it may take beyond the bare worker.</param>
/// <param name="ResultBytes">The largest result.</param>
/// <param name="PrintedCharacters">How much printed text is kept.</param>
/// <param name="Depth">How deep a result may be nested.</param>
internal sealed record WorkerLimits(
    TimeSpan Time,
    long MemoryBytes,
    int ResultBytes,
    int PrintedCharacters,
    int Depth
)
{
    public FrameWriter WriteTo(FrameWriter writer) =>
        writer
            .Int64(Time.Ticks)
            .Int64(MemoryBytes)
            .Int32(ResultBytes)
            .Int32(PrintedCharacters)
            .Int32(Depth);

    public static WorkerLimits ReadFrom(FrameReader reader) =>
        new(
            TimeSpan.FromTicks(reader.Int64()),
            reader.Int64(),
            reader.Int32(),
            reader.Int32(),
            reader.Int32()
        );
}
