namespace DataConnectors.Core.Credentials;

/// <summary>Why tokens could not be read: <see cref="Missing"/> or <see cref="KeysLost"/>, and nothing else.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="Message">What is wrong and how to mend it; safe to show.</param>
public abstract record TokenFailure(long TokenId, string Message)
{
    /// <summary>No token has this id.</summary>
    public sealed record Missing : TokenFailure
    {
        internal Missing(long tokenId)
            : base(
                tokenId,
                $"Token {tokenId}, attached to this connector, was deleted. Detach it in the API tab."
            ) { }
    }

    /// <summary>The keys that encrypted the token are gone, so nobody can open it any more.</summary>
    public sealed record KeysLost : TokenFailure
    {
        internal KeysLost(long tokenId, string tokenName)
            : base(
                tokenId,
                $"The token \"{tokenName}\" cannot be opened: the keys that encrypted it are gone. Delete it and make it anew."
            ) { }
    }
}
