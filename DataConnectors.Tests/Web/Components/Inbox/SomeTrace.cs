using DataConnectors.Core.Agent;

namespace DataConnectors.Tests.Web.Components.Inbox;

/// <summary>Decision traces for tests to change.</summary>
internal static class SomeTrace
{
    /// <summary>A turn that ran "Get order status" and answered from it.</summary>
    public static AgentTrace Of(params CandidateScore[] candidates) =>
        new(
            candidates,
            Chosen: 11,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["order_number"] = "1042" },
            ExecutionId: 501,
            "It has shipped."
        )
        {
            Steps = [Step(isSuccess: true)],
            AnsweredBy = "Fin",
        };

    /// <summary>A connector that was weighed.</summary>
    public static CandidateScore Candidate(long id, string name, string? skipped = null) =>
        new(id, name, 0.8, skipped);

    /// <summary>A run of "Get order status".</summary>
    public static TraceStep Step(bool isSuccess) =>
        new(
            11,
            "Get order status",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["order_number"] = "1042" },
            501,
            isSuccess,
            IsUsedInReply: isSuccess
        );
}
