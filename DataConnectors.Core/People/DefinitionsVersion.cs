namespace DataConnectors.Core.People;

/// <summary>
/// Rises whenever attributes or custom object types are defined anew in this process, so that whoever keeps them in memory knows when to read
/// them again.
/// </summary>
public sealed class DefinitionsVersion
{
    private long current;

    /// <summary>The version now. Read it before reading what it speaks of.</summary>
    public long Current => Interlocked.Read(ref current);

    /// <summary>Says that definitions changed; call it after the change is committed.</summary>
    public void Advance() => Interlocked.Increment(ref current);
}
