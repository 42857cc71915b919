namespace DataConnectors.Web.PublicApi.Me;

/// <summary>The teammate for whom an access token acts, as the original says it.</summary>
internal sealed record AdminContract(
    string Type,
    string Id,
    string Name,
    string? Email,
    bool EmailVerified,
    AppContract App,
    AvatarContract Avatar,
    bool HasInboxSeat
);

/// <summary>The workspace.</summary>
internal sealed record AppContract(
    string Type,
    string IdCode,
    string Name,
    long CreatedAt,
    bool Secure,
    bool IdentityVerification,
    string Timezone,
    string Region
);

/// <summary>The teammate's picture; there is none.</summary>
internal sealed record AvatarContract(string Type, string? ImageUrl);
