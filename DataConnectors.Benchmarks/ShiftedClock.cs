namespace DataConnectors.Benchmarks;

/// <summary>The system's clock, some time ahead: what a killed process had leased has run out for the next one.</summary>
internal sealed class ShiftedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
