namespace DataConnectors.Web.PublicApi.Me;

/// <summary>The teammate for whom an access token acts, as the original says it.</summary>
/// <param name="Type">Always <c>admin</c>.</param>
/// <param name="Id">The unique identifier of the teammate.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address; null for none.</param>
/// <param name="EmailVerified">Whether the address was confirmed.</param>
/// <param name="App">The workspace.</param>
/// <param name="Avatar">The picture.</param>
/// <param name="HasInboxSeat">Always true: every teammate works in the inbox.</param>
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
/// <param name="Type">Always <c>app</c>.</param>
/// <param name="IdCode">The short code by which programs know it.</param>
/// <param name="Name">The name.</param>
/// <param name="CreatedAt">When it was made, a Unix timestamp.</param>
/// <param name="Secure">Always false.</param>
/// <param name="IdentityVerification">Always false.</param>
/// <param name="Timezone">Always <c>Etc/UTC</c>.</param>
/// <param name="Region">Always <c>US</c>.</param>
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
/// <param name="Type">Always <c>avatar</c>.</param>
/// <param name="ImageUrl">Always null.</param>
internal sealed record AdminAvatar(string Type, string? ImageUrl);
