using System.Text.Json;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Messaging;

/// <summary>Reads who a user token is about.</summary>
internal static class UserClaims
{
    private const int MaxTextLength = 200;

    /// <summary>The person, with every claim that might be an attribute; or what is wrong.</summary>
    public static Outcome<UserIdentity, UserTokenRefusal> Read(JsonElement claims)
    {
        if (!TryReadText(claims, "user_id", out var userId))
        {
            return Invalid("user_id", "a text or a whole number");
        }

        if (!TryReadText(claims, "name", out var name))
        {
            return Invalid("name", "a text");
        }

        if (!TryReadText(claims, "email", out var email, EmailAddress.MaxLength))
        {
            return Invalid("email", "an email address");
        }

        if (email is not null && !EmailAddress.TryRead(email, out email))
        {
            return Invalid("email", "an email address");
        }

        if (userId is null && email is null)
        {
            return UserTokens.Refuse(
                UserTokenFault.JwtUserMissing,
                "Give the user_jwt a user_id claim, or an email."
            );
        }

        return TryReadCompany(claims, out var company)
            ? new UserIdentity(
                userId,
                email,
                name,
                company,
                claims
                    .EnumerateObject()
                    .DistinctBy(claim => claim.Name, StringComparer.Ordinal)
                    .ToDictionary(claim => claim.Name, claim => claim.Value, StringComparer.Ordinal)
            )
            : Invalid("company", "an object with company_id and name");
    }

    /// <summary>A claim that is a time in Unix seconds; false when it is missing or none.</summary>
    public static bool TryReadInstant(JsonElement claims, string claim, out DateTimeOffset instant)
    {
        instant = default;
        if (
            claims.ValueKind != JsonValueKind.Object
            || !claims.TryGetProperty(claim, out var value)
            || value.ValueKind != JsonValueKind.Number
            || !value.TryGetDouble(out var seconds)
            || seconds is < 0 or > 253_402_300_799
        )
        {
            return false;
        }

        instant = DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
        return true;
    }

    private static bool TryReadCompany(JsonElement claims, out CompanyIdentity? company)
    {
        company = null;
        if (!claims.TryGetProperty("company", out var told) || told.ValueKind is JsonValueKind.Null)
        {
            return true;
        }

        if (
            told.ValueKind != JsonValueKind.Object
            || !TryReadText(told, "company_id", out var id)
            || id is null
            || !TryReadText(told, "name", out var name)
        )
        {
            return false;
        }

        company = new CompanyIdentity(id, name);
        return true;
    }

    /// <summary>A claim as text without space around it, null when it is missing or empty; false when it is something else or too long.</summary>
    private static bool TryReadText(
        JsonElement claims,
        string claim,
        out string? text,
        int maxLength = MaxTextLength
    )
    {
        text = null;
        if (!claims.TryGetProperty(claim, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _))
        {
            text = value.GetRawText();
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        text = value.GetString()!.Trim();
        if (text.Length == 0)
        {
            text = null;
        }

        return text is null || (text.Length <= maxLength && !text.Any(char.IsControl));
    }

    private static UserTokenRefusal Invalid(string claim, string expected) =>
        UserTokens.Refuse(
            UserTokenFault.JwtClaimInvalid,
            $"The claim {claim} of the user_jwt must be {expected}."
        );
}
