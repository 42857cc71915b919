using DataConnectors.Core.Agent;

namespace DataConnectors.Web.Hosting.Startup;

/// <summary>Lets Fin answer what the process before this one left unanswered, before new messages come in.</summary>
internal sealed class ResumePendingAnswers(ResumeAnswers resumeAnswers) : IStartupTask
{
    public Task RunAsync(CancellationToken cancellationToken) =>
        resumeAnswers.RunAsync(cancellationToken);
}
