using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Finds whoever must not be there twice.</summary>
internal static class SamePerson
{
    /// <summary>Another person with the external id or, among users, the email address; null for nobody.</summary>
    /// <param name="context">Where to look.</param>
    /// <param name="details">Who is described.</param>
    /// <param name="personId">Who is described, where they are stored already; null where not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<long?> FindSameAsync(
        this DataConnectorsDbContext context,
        PersonDetails details,
        long? personId,
        CancellationToken cancellationToken
    )
    {
        var (externalId, email) = (
            details.ExternalId,
            details.Role == PersonRole.User ? details.Email : null
        );
        return await context
            .Set<Person>()
            .Where(other => other.Id != personId)
            .Where(other =>
                (externalId != null && other.ExternalId == externalId)
                || (email != null && other.Email == email && other.Role == PersonRole.User)
            )
            .Select(other => (long?)other.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
