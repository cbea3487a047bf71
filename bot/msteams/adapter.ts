// By their files: the package's index loads its language models' clients and tokenizers, half a second and 20 MB of them.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import { type Activity, ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import type { FramedActivity, Municipality } from './gate';
import { type Accepted, type OneRequest, Undelivered } from './one-request';

/** Stands in for Entra: the token with which a municipality's bot signs its calls. For tests. */
export type Credentials = (municipality: Municipality) => Promise<string>;

type SdkCredentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>;
type SdkRequest = Parameters<SdkCredentials['signRequest']>[0];
type Abortable = NonNullable<SdkRequest['abortSignal']>;
type ConnectorOptions = NonNullable<ConstructorParameters<typeof TeamsAdapter>[3]>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type Sdk = MunicipalAdapter['botFrameworkAuthentication'];
type Authenticated = Awaited<ReturnType<Sdk['authenticateRequest']>>;
type Connector = Awaited<ReturnType<ReturnType<Sdk['createConnectorFactory']>['create']>>;

type TurnLogic = (context: TurnContext) => Promise<void>;

/** Microsoft's addresses and names in the public cloud. Setting one makes the SDK forget its own of all the others. */
const publicCloud = {
  CallerId: 'urn:botframework:azure',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ValidateAuthority: true,
};
/** The SDK is to check no token: here it would find no keys, and so let nobody in. */
const noMetadata = 'https://keys.invalid/';

/** Service addresses are a handful a municipality; more would mean that somebody makes them up. */
const mostConnectors = 16;

export type AdapterOptions = {
  readonly municipality: Municipality;
  readonly oneRequest: OneRequest;
  /** For a call that brings no limit of its own. */
  readonly timeoutMs: number;
  readonly credentials?: Credentials | undefined;
};

/**
 * The SDK's adapter for one municipality's own bot (a single-tenant registration). It runs turns for
 * calls whose token was checked before, and gives out the SDK's client for outgoing ones, all of which go through `oneRequest`.
 */
export class MunicipalAdapter extends TeamsAdapter {
  private readonly connectors = new Map<string, Promise<Connector>>();

  constructor(private readonly o: AdapterOptions) {
    const { botId, tenantId } = o.municipality;
    super(
      {
        ...publicCloud,
        MicrosoftAppId: botId,
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppType: botId === '' ? 'MultiTenant' : 'SingleTenant',
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
        ToBotFromChannelOpenIdMetadataUrl: noMetadata,
        ToBotFromEmulatorOpenIdMetadataUrl: noMetadata,
      },
      new BotCredentials(o.municipality, o.credentials),
      undefined,
      { httpClient: httpClient(o.oneRequest, o.timeoutMs) },
    );
  }

  /** Runs a turn of the SDK for a call that was let in, and gives its answer to an invoke. */
  async work(activity: FramedActivity, logic: TurnLogic) {
    const connectorFactory = { create: (serviceUrl: string) => this.connector(serviceUrl) };
    const authenticated = await this.letIn(activity);
    return this.processActivity({ ...authenticated, connectorFactory }, asSdk(activity), logic);
  }

  /** What the SDK makes of a token that it checked itself; in development, of none. */
  private async letIn(activity: FramedActivity): Promise<Authenticated> {
    const { botId } = this.o.municipality;
    if (botId === '') return this.botFrameworkAuthentication.authenticateRequest(asSdk(activity), '');
    return {
      audience: publicCloud.ToChannelFromBotOAuthScope,
      callerId: publicCloud.CallerId,
      claimsIdentity: this.createClaimsIdentity(botId),
    };
  }

  /** The SDK's client for a service address, made once: building it costs more than a call. */
  connector(serviceUrl: string): Promise<Connector> {
    const known = this.connectors.get(serviceUrl);
    if (known) return known;
    if (this.connectors.size >= mostConnectors) this.connectors.clear();
    const identity = this.createClaimsIdentity(this.o.municipality.botId);
    const made = this.botFrameworkAuthentication
      .createConnectorFactory(identity)
      .create(serviceUrl, publicCloud.ToChannelFromBotOAuthScope);
    this.connectors.set(serviceUrl, made);
    made.catch(() => this.connectors.delete(serviceUrl));
    return made;
  }
}

/** The SDK writes into the activity that it is given. */
function asSdk(activity: FramedActivity): Activity {
  return { ...activity } as unknown as Activity;
}

/** The SDK's credentials, which end with the call they sign for, and fail as a call that sent nothing. */
class BotCredentials extends ConfigurationServiceClientCredentialFactory {
  constructor(
    private readonly municipality: Municipality,
    private readonly token: Credentials | undefined,
  ) {
    super({
      MicrosoftAppId: municipality.botId,
      MicrosoftAppPassword: municipality.botSecret,
      MicrosoftAppTenantId: municipality.tenantId,
      MicrosoftAppType: municipality.botId === '' ? 'MultiTenant' : 'SingleTenant',
    });
  }

  override async createCredentials(
    ...asked: Parameters<ConfigurationServiceClientCredentialFactory['createCredentials']>
  ) {
    const sdk = await super.createCredentials(...asked);
    const signRequest = async (request: SdkRequest): Promise<SdkRequest> => {
      if (this.token === undefined) return sdk.signRequest(request);
      request.headers.set('Authorization', `Bearer ${await this.token(this.municipality)}`);
      return request;
    };
    return {
      signRequest: (request: SdkRequest) =>
        unlessAborted(signRequest(request), request.abortSignal).catch((error: unknown) => {
          const aborted = error === timedOut;
          throw new Undelivered({ kind: 'lost', written: false, code: aborted ? 'token-timeout' : 'token' });
        }),
    };
  }
}

const timedOut = Symbol('timed out');

function unlessAborted<T>(work: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(timedOut);
    const stop = () => reject(timedOut);
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Makes the SDK's calls single requests: its own retries never see an answer they would repeat for. */
function httpClient(oneRequest: OneRequest, timeoutMs: number): HttpClient {
  return {
    async sendRequest(request) {
      const { 'accept-encoding': _packed, 'content-length': _counted, ...headers } = request.headers.toJson();
      const accepted: Accepted = await oneRequest.send({
        url: request.url,
        method: request.method,
        headers,
        body: typeof request.body === 'string' ? request.body : '',
        signal: nativeSignal(request.abortSignal, timeoutMs),
      });
      const answered = request.headers.clone();
      for (const name of answered.headerNames()) answered.remove(name);
      answered.set('content-type', 'application/json');
      return { request, status: 200, headers: answered, bodyAsText: JSON.stringify(accepted) };
    },
  };
}

function nativeSignal(signal: Abortable | undefined, timeoutMs: number): AbortSignal {
  return signal instanceof AbortSignal ? signal : AbortSignal.timeout(timeoutMs);
}
