using System.Security.Cryptography;

namespace DataConnectors.Core.Kernel;

/// <summary>
/// Makes the ids of everything stored: 64-bit, positive, rising with time (41 bits of milliseconds since 2024, 22 bits of a
/// counter), so that the order of ids is the order of making and a record's id is known before it is committed.
/// </summary>
public sealed class IdGenerator(TimeProvider clock)
{
    private const int CounterBits = 22;
    private static readonly long Epoch = new DateTimeOffset(
        2024,
        1,
        1,
        0,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();
    private readonly Lock gate = new();
    private long last;

    /// <summary>The next id, larger than every earlier one of this process.</summary>
    public long Next()
    {
        var milliseconds = Math.Max(0, clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch);

        // A random start within the millisecond keeps two processes on one database apart.
        var candidate =
            (milliseconds << CounterBits)
            | (uint)RandomNumberGenerator.GetInt32(1 << (CounterBits - 1));
        lock (gate)
        {
            last = Math.Max(last + 1, candidate);
            return last;
        }
    }
}
