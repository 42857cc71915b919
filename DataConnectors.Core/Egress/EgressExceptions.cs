namespace DataConnectors.Core.Egress;

/// <summary>
/// A name led to an address that may not be called. Thrown while a connection is opened, where only an exception can leave
/// the HTTP handler: look for it among the inner exceptions of what a call throws.
/// </summary>
public sealed class EgressRefusedException : IOException
{
    internal EgressRefusedException(EgressDecision.Refused refusal)
        : base(refusal.Message) => Refusal = refusal;

    /// <summary>The reason, as the guard would have given it.</summary>
    public EgressDecision.Refused Refusal { get; }
}

/// <summary>
/// A name has no address, or none was found in time. Like <see cref="EgressRefusedException"/> it stands among the inner
/// exceptions of what a call throws.
/// </summary>
public sealed class HostNotResolvedException : IOException
{
    internal HostNotResolvedException(string host, string message, Exception? cause = null)
        : base(message, cause) => Host = host;

    /// <summary>The name that was looked up.</summary>
    public string Host { get; }
}
