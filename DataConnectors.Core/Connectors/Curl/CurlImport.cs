using DataConnectors.Core.Kernel;
using DataConnectors.Core.Templating;

namespace DataConnectors.Core.Connectors.Curl;

/// <summary>What a cURL command says about one call.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL, without user name and password.</param>
/// <param name="Headers">The headers that hold no secret, in their order, without those that the connection sets itself.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="BodyFormat">How the body is written.</param>
/// <param name="SecretHeaders">The headers that look like credentials, set apart so that each can become a token.</param>
public sealed record CurlImport(
    RequestMethod Method,
    string Url,
    IReadOnlyList<HeaderField> Headers,
    string Body,
    BodyFormat BodyFormat,
    IReadOnlyList<CurlSecretHeader> SecretHeaders
);

/// <summary>A header that looks like a credential.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Prefix">What stands before the secret, such as <c>Bearer</c>; may be empty.</param>
/// <param name="Value">The secret itself.</param>
public sealed record CurlSecretHeader(string Name, string Prefix, SecretText Value);
