namespace DataConnectors.Core.Egress;

/// <summary>Why an address may not be called: the closed set of reasons.</summary>
public enum EgressRefusal
{
    /// <summary>It is not a URL, or one that two readers could read in two ways.</summary>
    MalformedUrl,

    /// <summary>It is longer than <see cref="EgressGuard.MaximumUrlLength"/>.</summary>
    UrlTooLong,

    /// <summary>It holds a control character or an invisible one, as it is or percent-encoded in the path.</summary>
    ControlCharacter,

    /// <summary>It holds a space or another blank, at an end or inside.</summary>
    Whitespace,

    /// <summary>It holds a backslash, which some readers take for a slash.</summary>
    Backslash,

    /// <summary>It does not begin with <c>https://</c>.</summary>
    SchemeNotHttps,

    /// <summary>It holds a user name or a password before the host.</summary>
    UserInfo,

    /// <summary>It holds a fragment.</summary>
    Fragment,

    /// <summary>A dot segment in the path would climb out of it.</summary>
    DotSegment,

    /// <summary>The host is percent-encoded.</summary>
    EncodedHost,

    /// <summary>The host is no valid name.</summary>
    MalformedHost,

    /// <summary>The host is written with letters beyond ASCII, which can look like others.</summary>
    InternationalName,

    /// <summary>The host is an IP address in another form than the usual one.</summary>
    NonCanonicalAddress,

    /// <summary>The host is, or resolves to, an address that is not public.</summary>
    PrivateAddress,

    /// <summary>The name means something only inside a network.</summary>
    ReservedName,

    /// <summary>The name has no dot.</summary>
    SingleLabelName,

    /// <summary>The port is not written as a plain number between 1 and 65535.</summary>
    MalformedPort,

    /// <summary>The port is none of those the operator has opened.</summary>
    PortNotAllowed,
}
