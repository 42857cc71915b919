using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 1: holds the caller against the workspace's authentication rules, when the connector demands it.</summary>
internal static class CallerVerifier
{
    public static Outcome<VerifiedCaller, StageFailure> Verify(
        ConnectorDefinition definition,
        CustomerSession session,
        PersonSnapshot? person,
        ExecutionSource source
    )
    {
        if (
            definition.CustomerAuthentication
            && (CustomerAuthenticationRules.Unmet(session) ?? OfAnother(session, person))
                is { } unmet
        )
        {
            return new StageFailure(
                source == ExecutionSource.Fin
                    ? ErrorType.FinIdentityVerification
                    : ErrorType.StandaloneIdentityVerification,
                unmet,
                "customerAuthentication"
            );
        }

        return new VerifiedCaller(session.PersonId);
    }

    // The attributes that say who is asking are read from the person: they must be those of whoever signed in.
    private static string? OfAnother(CustomerSession session, PersonSnapshot? person) =>
        person is not null && person.Id != session.PersonId
            ? "This connector is only for signed-in users, and this run is for another person than the one who signed in."
            : null;
}
