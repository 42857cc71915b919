namespace DataConnectors.Web.PublicApi.Me;

/// <summary>The teammate for whom an access token acts, as the original says it.</summary>
internal sealed record Admin(
    string Type,
    string Id,
    string Name,
    string? Email,
    bool EmailVerified,
    AdminApp App,
    AdminAvatar Avatar,
    bool HasInboxSeat
);

/// <summary>The workspace.</summary>
internal sealed record AdminApp(
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
internal sealed record AdminAvatar(string Type, string? ImageUrl);
