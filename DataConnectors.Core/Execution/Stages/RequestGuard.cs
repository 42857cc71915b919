using DataConnectors.Core.Egress;
using DataConnectors.Core.Kernel;

namespace DataConnectors.Core.Execution.Stages;

/// <summary>Stage 5: asks the egress rules whether this address may be called with these headers.</summary>
internal sealed class RequestGuard(EgressGuard egress)
{
    public Outcome<GuardedRequest, StageFailure> Guard(AuthenticatedRequest request)
    {
        for (var index = 0; index < request.Rendered.Headers.Count; index++)
        {
            var header = request.Rendered.Headers[index];
            if (EgressGuard.JudgeHeader(header.Name, header.Value) is { } refusal)
            {
                return new StageFailure(
                    ErrorType.RequestConfiguration,
                    refusal.Message,
                    $"headers[{index}]"
                );
            }
        }

        return egress.Judge(request.Rendered.Url) switch
        {
            EgressDecision.Allowed allowed => new GuardedRequest(request, allowed.Target),
            EgressDecision.Refused refused => new StageFailure(
                ErrorType.RequestConfiguration,
                refused.Message,
                "url"
            ),
            var other => throw new InvalidOperationException($"Unknown decision {other}"),
        };
    }
}
