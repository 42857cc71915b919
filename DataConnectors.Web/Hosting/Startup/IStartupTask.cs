namespace DataConnectors.Web.Hosting.Startup;

/// <summary>Work between the migration of the database and the first request. Tasks run one after another, as registered, at every start.</summary>
internal interface IStartupTask
{
    /// <summary>Does the work; an exception ends the process.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
