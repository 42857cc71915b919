using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomerAuthentication;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 1: holds the caller against the workspace's authentication rules, when the connector demands it.</summary>
internal static class CallerVerifier
{
    public static Outcome<VerifiedCaller, StageFailure> Verify(
        ConnectorDefinition definition,
        CustomerSession session,
        ExecutionSource source
    )
    {
        if (
            definition.CustomerAuthentication
            && CustomerAuthenticationRules.Unmet(session) is { } unmet
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
}
