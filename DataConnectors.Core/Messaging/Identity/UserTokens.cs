using System.Globalization;
using System.Text;
using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DataConnectors.Core.Messaging;

/// <summary>
/// User tokens (<c>user_jwt</c>): JSON Web Tokens by which the workspace's own systems vouch for who uses the Messenger, signed with
/// HS256 and the identity secret.
/// </summary>
public sealed class UserTokens(IdentitySecrets secrets, TimeProvider clock)
{
    /// <summary>The longest time a token may live: 24 h.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(24);

    /// <summary>How far clocks may be apart: 1 min.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    private const int MaxLength = 8 * 1024;

    private readonly JsonWebTokenHandler handler = new()
    {
        MaximumTokenSizeInBytes = MaxLength,
        SetDefaultTimesOnTokenCreation = false,
    };

    /// <summary>Who it is, or why the token is not accepted. The signature is judged before anything that was signed.</summary>
    public async Task<Outcome<UserIdentity, UserTokenRefusal>> VerifyAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        if (text.Length > MaxLength || !handler.CanReadToken(text) || Read(text) is not { } token)
        {
            return Refuse(
                UserTokenFault.JwtMalformed,
                "The user_jwt is not a JSON Web Token of at most 8 KiB."
            );
        }

        // Before any key is looked at: a token must not choose how it is judged.
        if (!string.Equals(token.Alg, SecurityAlgorithms.HmacSha256, StringComparison.Ordinal))
        {
            return Refuse(
                UserTokenFault.JwtAlgorithmNotAllowed,
                "Sign the user_jwt with HS256; other algorithms, and none, are not accepted."
            );
        }

        var accepted = await secrets.ReadAsync(cancellationToken);
        if (accepted.Count == 0)
        {
            return Refuse(
                UserTokenFault.JwtSecretNotSetUp,
                "This workspace has no identity secret yet. Make one under Settings › Messenger install."
            );
        }

        var result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                IssuerSigningKeys = accepted.Select(KeyOf),
                RequireSignedTokens = true,
                TryAllIssuerSigningKeys = true,
                ValidateIssuer = false,
                ValidateAudience = false,
                // Held against this server's clock below.
                ValidateLifetime = false,
            }
        );
        return !result.IsValid
            ? Refuse(
                UserTokenFault.JwtSignatureInvalid,
                "The user_jwt is not signed with this workspace's identity secret."
            )
            : Judge(token);
    }

    /// <summary>A token for a person, for this server's own try-out page.</summary>
    public async Task<string> SignAsync(
        UserIdentity identity,
        TimeSpan lifetime,
        CancellationToken cancellationToken
    ) =>
        handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["user_id"] = identity.UserId,
                    ["email"] = identity.Email,
                    ["name"] = identity.Name,
                }
                    .Where(claim => claim.Value is not null)
                    .ToDictionary(
                        claim => claim.Key,
                        claim => claim.Value!,
                        StringComparer.Ordinal
                    ),
                Expires = (clock.GetUtcNow() + lifetime).UtcDateTime,
                SigningCredentials = new SigningCredentials(
                    KeyOf(await secrets.GetOrCreateAsync(cancellationToken)),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );

    private Outcome<UserIdentity, UserTokenRefusal> Judge(JsonWebToken token)
    {
        JsonElement claims;
        try
        {
            claims = JsonElement.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        }
        catch (JsonException)
        {
            return Refuse(UserTokenFault.JwtMalformed, "The user_jwt holds no JSON.");
        }

        var now = clock.GetUtcNow();
        if (!UserClaims.TryReadInstant(claims, "exp", out var expiresAt))
        {
            return Refuse(
                UserTokenFault.JwtExpiryMissing,
                "Give the user_jwt an exp claim: a time in Unix seconds."
            );
        }

        if (expiresAt <= now - Skew)
        {
            return Refuse(UserTokenFault.JwtExpired, "The user_jwt has expired. Sign a new one.");
        }

        if (expiresAt > now + MaxLifetime + Skew)
        {
            return Refuse(
                UserTokenFault.JwtExpiryTooFar,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The user_jwt lives too long: let exp be at most {MaxLifetime.TotalHours:0} hours from now."
                )
            );
        }

        return UserClaims.TryReadInstant(claims, "nbf", out var beginsAt) && beginsAt > now + Skew
            ? Refuse(UserTokenFault.JwtNotYetValid, "The user_jwt is not valid yet: see its nbf.")
            : UserClaims.Read(claims);
    }

    private static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // As every library for JSON Web Tokens takes a secret that is text.
    private static SymmetricSecurityKey KeyOf(SecretText secret) =>
        new(Encoding.UTF8.GetBytes(secret.Open()));

    internal static UserTokenRefusal Refuse(UserTokenFault reason, string message) =>
        new(reason, message);
}
