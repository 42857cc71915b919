namespace DataConnectors.Core.Egress;

/// <summary>Where this server may call, beside public HTTPS addresses. Section <c>Egress</c> of the configuration.</summary>
public sealed class EgressOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Egress";

    /// <summary>The ports that are open when <see cref="AllowedPorts"/> names none.</summary>
    public static IReadOnlyList<int> DefaultPorts { get; } = [443, 8443];

    /// <summary>
    /// Exceptions, as <c>host</c> (every port) or <c>host:port</c>; IPv6 in brackets. A trusted host may be private and may be
    /// called over plain http. Empty by default: each entry is a door into the server's own network.
    /// </summary>
    public IList<string> TrustedHosts { get; init; } = [];

    /// <summary>
    /// The ports that hosts which are not trusted may be called on. Empty means <see cref="DefaultPorts"/>: configuration adds
    /// to a list, so a default that stands in the list could never be taken out.
    /// </summary>
    public IList<int> AllowedPorts { get; init; } = [];
}
