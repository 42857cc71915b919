namespace DataConnectors.Core.Egress;

/// <summary>Whether a URL may be called: <see cref="Allowed"/> or <see cref="Refused"/>, and nothing else.</summary>
public abstract record EgressDecision
{
    private EgressDecision() { }

    /// <summary>It may be called; the addresses that its name resolves to are still judged when the socket is opened.</summary>
    /// <param name="Target">What to call.</param>
    public sealed record Allowed(EgressTarget Target) : EgressDecision;

    /// <summary>It may not.</summary>
    /// <param name="Reason">Which rule it breaks.</param>
    /// <param name="Message">What is wrong and what to do about it; safe to show, as it holds neither path nor query.</param>
    public sealed record Refused(EgressRefusal Reason, string Message) : EgressDecision;
}

/// <summary>A URL that <see cref="EgressGuard"/> has allowed. Only the guard makes one, and only through one can a call be sent.</summary>
public sealed record EgressTarget
{
    internal EgressTarget(Uri uri, string host, int port, bool isTrusted)
    {
        Uri = uri;
        Host = host;
        Port = port;
        IsTrusted = isTrusted;
    }

    /// <summary>The URL, with path and query exactly as they were judged: nothing unescapes or shortens them any more.</summary>
    public Uri Uri { get; }

    /// <summary>The name in lower case without a trailing dot, or the IP address without brackets.</summary>
    public string Host { get; }

    /// <summary>The port, also where the URL does not write it.</summary>
    public int Port { get; }

    /// <summary>Whether the operator has excepted this host, so that it may be private.</summary>
    public bool IsTrusted { get; }
}
