namespace DataConnectors.Core.Messaging;

/// <summary>Why a user token (<c>user_jwt</c>) is not accepted: the closed set.</summary>
public enum UserTokenFault
{
    /// <summary>It is no JSON Web Token, or too long.</summary>
    JwtMalformed,

    /// <summary>It is signed in another way than HS256, or not at all.</summary>
    JwtAlgorithmNotAllowed,

    /// <summary>The workspace has no identity secret yet.</summary>
    JwtSecretNotSetUp,

    /// <summary>It was not signed with the identity secret, or was changed afterwards.</summary>
    JwtSignatureInvalid,

    /// <summary>It does not say when it ends.</summary>
    JwtExpiryMissing,

    /// <summary>It has ended.</summary>
    JwtExpired,

    /// <summary>It lives too long.</summary>
    JwtExpiryTooFar,

    /// <summary>It begins later.</summary>
    JwtNotYetValid,

    /// <summary>It names neither a user id nor an email address.</summary>
    JwtUserMissing,

    /// <summary>A claim has a form that is not understood.</summary>
    JwtClaimInvalid,
}

/// <summary>A user token that was not accepted.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Message">A sentence for whoever builds the page that sent it; never quotes the token.</param>
public sealed record UserTokenRefusal(UserTokenFault Reason, string Message);
