namespace DataConnectors.Web.PublicApi;

/// <summary>Instants of people and conversations on the wire: whole seconds since 1970, as in the original.</summary>
internal static class UnixSeconds
{
    // A day before the end of time as .NET counts it, so that one may go on from there.
    private static readonly long Last = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeSeconds();

    /// <summary>The instant as it stands in answers; null for none.</summary>
    public static long? Of(DateTimeOffset? instant) => instant?.ToUnixTimeSeconds();

    /// <summary>Whether there is an instant of so many seconds.</summary>
    public static bool IsInstant(long seconds) => seconds >= 0 && seconds <= Last;
}
