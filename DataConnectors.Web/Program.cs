using DataConnectors.Core.Agent;
using DataConnectors.Core.Audiences;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.DeveloperApps;
using DataConnectors.Core.Egress;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Health;
using DataConnectors.Core.Idempotency;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Logs;
using DataConnectors.Core.Messaging;
using DataConnectors.Core.People;
using DataConnectors.Core.Persistence;
using DataConnectors.Core.Resolutions;
using DataConnectors.Core.Runs;
using DataConnectors.Core.Scripting;
using DataConnectors.Core.Versioning;
using DataConnectors.Core.Webhooks;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.Components.Connectors.Builder;
using DataConnectors.Web.Hosting;
using DataConnectors.Web.Hosting.Seeding;
using DataConnectors.Web.Hosting.SignIn;
using DataConnectors.Web.Hosting.Startup;
using DataConnectors.Web.Messenger;
using DataConnectors.Web.PublicApi;
using DataConnectors.Web.PublicApi.OAuth;
using DataConnectors.Web.SampleStore;

var builder = WebApplication.CreateBuilder(args);
builder.AddRootSettings();

var dataDirectory = builder.AddDataDirectory();
builder.Services.AddHostSettings(builder.Configuration);
builder.Services.AddKernel();
builder.Services.AddPersistence(builder.Configuration.DatabaseConnectionString(dataDirectory));
builder.Services.AddEgress(builder.Configuration);
builder.Services.AddWorkspace(builder.Configuration);
builder.Services.AddIdempotency();
builder.Services.AddPeople();
builder.Services.AddAudiences();
builder.Services.AddCustomObjects();
builder.Services.AddCredentials();
builder.Services.AddDeveloperApps();
builder.Services.AddScripting(builder.Configuration);
builder.Services.AddConnectors();
builder.Services.AddVersioning();
builder.Services.AddExecution();
builder.Services.AddLogs(builder.Configuration);
builder.Services.AddInbox();
builder.Services.AddAgent(builder.Configuration);
builder.Services.AddMessaging();
builder.Services.AddRuns();
builder.Services.AddResolution(builder.Configuration);
builder.Services.AddHealth();
builder.Services.AddWebhooks();

builder.Services.AddStartupSequence();
builder.Services.AddSignIn(dataDirectory, builder.Environment);
builder.Services.AddPublicApi(builder.Configuration, dataDirectory);
builder.Services.AddMessenger(builder.Configuration);
builder.Services.AddConsole();
builder.Services.AddBuilder();
if (builder.Environment.IsDevelopment())
{
    builder.Services.AddSingleton<IStartupTask, DemoWorkspace>();
    builder.Services.AddSampleStore(builder.Configuration);
}

builder.Services.AddSeedClient(builder.Configuration);
builder.Services.AddSingleton<IStartupTask, ResumePendingAnswers>();

var app = builder.Build();
app.UsePublicApi();
app.UseMessenger();
app.UseSecurityHeaders();
app.UseReadinessGate();
app.UseErrorPages();
app.UseRouting();
app.UseOAuth();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapHealth();
app.MapSignIn();
app.MapPublicApiPages();
app.MapConsole();
return await app.RunReportingFaultsAsync();
