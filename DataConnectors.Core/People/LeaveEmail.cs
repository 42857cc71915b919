using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>
/// Takes the email address that a visitor leaves, who is a lead from then on. It proves nothing: whoever else has the address stays somebody
/// else, and a user's address is never changed by it.
/// </summary>
public sealed class LeaveEmail(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>Done. Invalid at <c>email</c>; a conflict for users.</summary>
    public async Task<Outcome<Done, Fault>> RunAsync(
        long personId,
        string email,
        CancellationToken cancellationToken
    )
    {
        if (!EmailAddress.TryRead(email, out var address))
        {
            return Fault.Invalid("email", "Enter an email address, such as ana@example.com.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await context
            .Set<Person>()
            .Where(person => person.Id == personId && person.Role != PersonRole.User)
            .ExecuteUpdateAsync(
                update =>
                    update
                        .SetProperty(person => person.Email, address)
                        .SetProperty(person => person.Role, PersonRole.Lead),
                cancellationToken
            );
        return changed > 0
            ? Done.Instance
            : Fault.Conflict("You are signed in: your email address is the one of your account.");
    }
}
